package io.twinpath.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the targets, each in a process of its own with a heap of 256 MiB. Inputs that were worth keeping, the failing one and
 * the log stay in {@code target/fuzz/TARGET}; a later run goes on from there.
 */
class FuzzRun {

    private static final Path ALL = Path.of("target", "fuzz").toAbsolutePath();
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 600);
    private static final String ONLY = System.getProperty("fuzz.target", "");
    private static final Pattern SPEED = Pattern.compile("stat::average_exec_per_sec: +([0-9]+)");
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: +([0-9]+)");

    /** Reaches into classes of the JDK that this tool does not know yet; neither is what is looked for here. */
    private static final String NO_HOOKS = Stream.of("RegexRoadblocks", "RegexInjection")
            .map(h -> "com.code_intelligence.jazzer.sanitizers." + h)
            .reduce((a, b) -> a + ":" + b)
            .orElseThrow();

    @TestFactory
    Stream<DynamicTest> targets() {
        List<String> only = List.of(ONLY.split(","));
        return Targets.all().keySet().stream()
                .filter(t -> ONLY.isEmpty() || only.contains(t))
                .map(t -> dynamicTest(t, () -> fuzz(t)));
    }

    private static void fuzz(String target) throws Exception {
        Path folder = ALL.resolve(target);
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        List<byte[]> seeds = Seeds.of(target);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, folder, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS + 900L, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        System.out.println(
                "fuzz " + target + ": " + number(RUNS, said) + " executions, " + number(SPEED, said) + " a second");
        assertThat(ended).as("%s ended, see %s", target, log).isTrue();
        assertThat(process.exitValue())
                .as("%s found nothing, see %s", target, log)
                .isZero();
    }

    private static List<String> command(String target, Path folder, Path corpus) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzz.class.getName(),
                "--target_args=" + target,
                "--instrumentation_includes=io.twinpath.**:com.fasterxml.jackson.dataformat.**:com.fasterxml.aalto.**:com.hubspot.**:org.yaml.**",
                "--instrumentation_excludes=io.twinpath.fuzz.**",
                "--disabled_hooks=" + NO_HOOKS,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-max_total_time=" + SECONDS,
                "-timeout=300",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                "-seed=57810",
                corpus.toString()));
        if (target.equals("facts")) {
            command.add("-max_len=65536");
        }
        if (target.equals("soap")) {
            // Whole answers are changed from the start, and not only once short inputs have nothing new.
            command.addAll(List.of("-max_len=4096", "-len_control=0"));
        }
        return command;
    }

    private static String number(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? matcher.group(1) : "?";
    }
}
