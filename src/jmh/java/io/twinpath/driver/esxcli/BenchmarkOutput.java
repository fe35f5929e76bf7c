package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading one answer of a host, in both forms: every plan does this some ten times for each host. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BenchmarkOutput {

    @Param({"10", "1000"})
    private int records;

    /** The records as {@code --formatter=xml} prints them. */
    @Benchmark
    public List<Row> xml() throws UnreadableException {
        return Output.rows(new Reply(0, Format.XML, xmlBody(records), "benchmark"));
    }

    /** The same records as text: a line for the key and indented fields. */
    @Benchmark
    public List<Row> text() throws UnreadableException {
        return Output.rows(new Reply(0, Format.TEXT, textBody(records), "benchmark"));
    }

    private static String xmlBody(int records) {
        return IntStream.range(0, records)
                .mapToObj("""
                        <structure typeName="VirtualSwitch">
                        <field name="Name"><string>vSwitch%d</string></field>
                        <field name="MTU"><integer>9000</integer></field>
                        <field name="CDP Status"><string>listen</string></field>
                        </structure>
                        """::formatted)
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<output><root><list type=\"structure\">",
                        "</list></root></output>"));
    }

    private static String textBody(int records) {
        return IntStream.range(0, records)
                .mapToObj("vSwitch%1$d\n   Name: vSwitch%1$d\n   MTU: 9000\n   CDP Status: listen\n"::formatted)
                .collect(Collectors.joining("\n"));
    }
}
