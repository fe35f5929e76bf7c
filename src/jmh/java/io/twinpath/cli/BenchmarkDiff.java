package io.twinpath.cli;

import io.twinpath.git.Range;
import io.twinpath.git.SampleRepository;
import io.twinpath.review.Review;
import io.twinpath.review.Reviewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Two revisions of 500 files each, a host a file, from the open folder to the list of changes: 4,500 resources a side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 6, time = 3)
public class BenchmarkDiff {

    private static final int FILES = 500;

    private Path folder = Path.of("");

    /** Makes the repository: the second revision changes one host in ten. */
    @Setup
    public void commit() throws IOException {
        folder = Files.createTempDirectory("twinpath-diff");
        try (SampleRepository repository = SampleRepository.bare(folder)) {
            repository.write("inventory/groups.yml", """
                    groups:
                      servers:
                        hosts: ["esx[1:%d].lab"]
                        advanced: {Misc.APDTimeout: 140, Misc.APDHandlingEnable: 1}
                        vswitches:
                          vSwitch0:
                            uplinks: [onboard/0]
                            port_groups:
                              VM Network: {vlan: "{{ vlan }}"}
                              Backup: {vlan: 30}
                    """.formatted(FILES - 1));
            for (int host = 1; host < FILES; host++) {
                repository.write(file(host), text(host, 20));
            }
            repository.commit("One");
            for (int host = 10; host < FILES; host += 10) {
                repository.write(file(host), text(host, 21));
            }
            repository.commit("Two");
        }
    }

    private static String file(int host) {
        return "inventory/hosts/esx" + host + ".yml";
    }

    private static String text(int host, int vlan) {
        return """
                # One host.
                hosts:
                  esx%d.lab:
                    vars: {vlan: %d}
                    cards:
                      onboard: {model: broadcom-5720, pci: "0000:01:00"}
                    vswitches:
                      vSwitch0:
                        port_groups:
                          Management Network: {vlan: 0}
                    vmkernel:
                      vmk0: {port_group: Management Network, ip: 10.0.%d.%d/16, services: [management]}
                    ntp: {servers: [10.0.0.1, 10.0.0.2]}
                """.formatted(host, vlan, host / 250, 1 + host % 250);
    }

    @Benchmark
    public Review twoRevisions() throws CliException {
        Range range = Range.parse("main~1..main").orElseThrow();
        Revisions revisions = Revisions.read(folder, Optional.empty(), range);
        return Reviewer.review(revisions.before(), revisions.after());
    }

    /** Leaves nothing behind. */
    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BenchmarkDiff::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
