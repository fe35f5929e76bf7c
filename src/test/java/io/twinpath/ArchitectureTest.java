package io.twinpath;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.twinpath.kind.Kinds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The boundaries between the packages. One Maven module holds them all, so they are tested instead of built. */
class ArchitectureTest {

    private static final String ROOT = "io.twinpath";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final List<String> VALUES = List.of(
            "diag",
            "model..",
            "driver",
            "driver.esxcli",
            "driver.vim",
            "kind..",
            "diff..",
            "review..",
            "rig..",
            "risk..",
            "graph..",
            "plan..",
            "evacuate..");

    /** Who may import whom; {@code x..} is the package with all below it. What a package holds is said in its package-info. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("diag", List.of()),
            Map.entry("model..", List.of("diag")),
            Map.entry("driver", List.of("driver.esxcli", "driver.vim", "model..", "diag")),
            Map.entry("driver.esxcli", List.of("driver", "model..", "diag")),
            Map.entry("driver.vim", List.of("driver", "model..")),
            Map.entry("driver.endpoints..", List.of("driver", "model..", "diag")),
            Map.entry("driver.secret..", List.of("driver", "model..", "diag")),
            Map.entry("driver.pin", List.of()),
            Map.entry(
                    "driver.ssh..",
                    List.of("driver", "driver.esxcli", "driver.pin", "driver.secret..", "model..", "diag")),
            Map.entry(
                    "driver.api..", List.of("driver", "driver.esxcli", "driver.pin", "driver.vim", "model..", "diag")),
            Map.entry("driver.replay..", List.of("driver", "driver.esxcli", "driver.vim", "model..", "diag")),
            Map.entry("kind", List.of("kind.*..", "model..", "driver", "driver.esxcli", "driver.vim", "diag")),
            Map.entry("kind.*..", List.of("kind", "model..", "driver", "driver.esxcli", "driver.vim", "diag")),
            Map.entry("spec..", List.of("kind", "model..", "diag")),
            Map.entry("git..", List.of("spec..", "diag")),
            Map.entry("driver.bundle..", List.of("driver", "driver.esxcli", "model..", "diag")),
            Map.entry("importer..", List.of("spec..", "kind..", "driver", "model..", "diag")),
            Map.entry("observe..", List.of("kind", "driver", "driver.esxcli", "driver.vim", "model..", "diag")),
            Map.entry("diff..", List.of("kind", "model..", "diag")),
            Map.entry("review..", List.of("kind", "model..", "diag")),
            Map.entry("rig..", List.of("model..", "kind..", "diag")),
            Map.entry("evacuate..", List.of("kind", "driver", "driver.vim", "model..", "diag")),
            Map.entry("risk..", List.of("rig..", "evacuate", "kind..", "model..", "diag")),
            Map.entry("graph..", List.of("rig..", "kind..", "model..", "diag")),
            Map.entry(
                    "plan..", List.of("diff..", "rig..", "risk..", "kind", "driver", "driver.vim", "model..", "diag")),
            Map.entry("execute..", List.of("plan..", "observe..", "driver", "model..", "diag")),
            Map.entry(
                    "report..",
                    Stream.concat(VALUES.stream(), Stream.of("spec..", "observe..", "execute..", "probe.."))
                            .toList()),
            Map.entry("probe..", List.of("driver", "model..", "diag")),
            Map.entry("lab..", List.of("diag")),
            Map.entry("reach..", List.of("driver..", "model..", "diag")),
            Map.entry("cli..", List.of("..")),
            Map.entry(
                    "",
                    Stream.concat(
                                    VALUES.stream(),
                                    Stream.of(
                                            "driver..",
                                            "git..",
                                            "reach..",
                                            "spec..",
                                            "observe..",
                                            "execute..",
                                            "importer..",
                                            "report..",
                                            "probe.."))
                            .toList())));

    private static final String[] PURE = patterns(List.of(
            "diag",
            "model..",
            "kind..",
            "diff..",
            "review..",
            "rig..",
            "risk..",
            "graph..",
            "plan..",
            "evacuate..",
            "report..",
            "driver",
            "driver.esxcli",
            "driver.vim"));

    private static final DescribedPredicate<JavaClass> IO = resideInAnyPackage(
                    "java.net..",
                    "javax.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.logging..",
                    "org.slf4j..")
            .or(resideInAPackage("java.io")
                    .and(not(belongToAnyOf(
                            java.io.Serializable.class,
                            java.io.StringReader.class,
                            java.io.StringWriter.class,
                            java.io.ByteArrayInputStream.class,
                            java.io.ByteArrayOutputStream.class,
                            java.io.InputStream.class, // of a resource in the own jar; nothing here opens another
                            java.io.IOException.class,
                            java.io.UncheckedIOException.class))))
            .or(belongToAnyOf(Process.class, ProcessBuilder.class, Runtime.class))
            .as("input and output");

    private static final DescribedPredicate<JavaClass> CHANCE = belongToAnyOf(
                    java.util.Random.class,
                    java.util.random.RandomGenerator.class,
                    java.util.concurrent.ThreadLocalRandom.class,
                    java.security.SecureRandom.class)
            .as("a random source");

    private static final DescribedPredicate<JavaClass> SOCKETS = resideInAnyPackage(
                    "java.net..", "javax.net..", "com.jcraft.jsch..", "org.apache.sshd..", "com.sun.net.httpserver..")
            .and(not(belongToAnyOf(java.net.URI.class, java.net.URISyntaxException.class)))
            .or(name("java.nio.channels.SocketChannel").or(name("java.nio.channels.ServerSocketChannel")))
            .as("sockets");

    @TestFactory
    Stream<DynamicTest> arrows() {
        return ARROWS.entrySet().stream().map(arrow -> {
            List<String> allowed = Stream.concat(Stream.of(arrow.getKey()), arrow.getValue().stream())
                    .toList();
            String title = named(arrow.getKey()) + " may import " + arrow.getValue();
            return holds(
                    title,
                    classes()
                            .that()
                            .resideInAPackage(pattern(arrow.getKey()))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(patterns(allowed)).or(not(resideInAPackage(ROOT + "..")))));
        });
    }

    /** A new package comes with its arrows. */
    @Test
    void everyPackageIsKnown() {
        classes().should().resideInAnyPackage(patterns(ARROWS.keySet())).check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> kinds() {
        return Stream.of(
                holds(
                        "kinds never import one another",
                        slices().matching(ROOT + ".kind.(*)..").should().notDependOnEachOther()),
                holds(
                        "only the list of kinds names them",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".kind")
                                .and()
                                .doNotBelongToAnyOf(Kinds.class)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(ROOT + ".kind.*..")));
    }

    @TestFactory
    Stream<DynamicTest> purity() {
        return Stream.of(
                holds("pure packages do no I/O", pure().dependOnClassesThat(IO)),
                holds("pure packages are not random", pure().dependOnClassesThat(CHANCE)),
                holds("pure packages read no clock", pure().accessTargetWhere(called("java.time..", "now"))),
                holds("pure packages make no clock", pure().accessTargetWhere(called("java.time..", "system.*"))),
                holds(
                        "pure packages ask the system nothing",
                        pure().accessTargetWhere(
                                        called("java.lang", "currentTimeMillis|nanoTime|getenv|getProperty|random"))),
                holds(
                        "pure packages invent no identities",
                        pure().accessTargetWhere(called("java.util", "randomUUID"))));
    }

    @TestFactory
    Stream<DynamicTest> edges() {
        return Stream.of(
                holds(
                        "only cli speaks to the terminal and ends the process",
                        outside("cli..").accessTargetWhere(called("java.lang", "out|err|in|exit|halt"))),
                holds(
                        "nobody prints stack traces",
                        noClasses().should().accessTargetWhere(called("java.lang", "printStackTrace"))),
                holds(
                        "sockets belong to the adapters, the probes and the lab",
                        outside("driver.ssh..", "driver.api..", "probe..", "lab..")
                                .dependOnClassesThat(SOCKETS)),
                holds(
                        "the lab's API does not ask its shell: what both know is the site's",
                        noClasses()
                                .that()
                                .resideInAnyPackage(patterns(List.of("lab.vim..", "lab.soap..", "lab.site..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(patterns(List.of("lab.esxcli..", "lab.shell..", "lab.ssh..")))),
                holds(
                        "the lab's shell does not ask its API",
                        noClasses()
                                .that()
                                .resideInAnyPackage(patterns(List.of("lab.esxcli..", "lab.shell..", "lab.ssh..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(patterns(List.of("lab.vim..", "lab.soap..")))),
                holds(
                        "Aalto belongs where answers are read",
                        onlyIn("com.fasterxml.aalto..", "driver.esxcli..", "driver.vim")),
                holds("JGit belongs to git", onlyIn("org.eclipse.jgit..", "git..")),
                holds("JSch belongs to driver.ssh", onlyIn("com.jcraft.jsch..", "driver.ssh..")),
                holds("the SSH server belongs to the lab", onlyIn("org.apache.sshd..", "lab..")),
                holds("Jinjava belongs to spec.template", onlyIn("com.hubspot.jinjava..", "spec.template..")),
                holds("SnakeYAML belongs to spec.yaml", onlyIn("org.yaml.snakeyaml..", "spec.yaml..")),
                holds("Picocli belongs to cli", onlyIn("picocli..", "cli..")),
                holds(
                        "Jackson belongs where text is read or written",
                        onlyIn(
                                "com.fasterxml.jackson..",
                                "spec..",
                                "plan..",
                                "report..",
                                "lab..",
                                "driver.endpoints..",
                                "driver.esxcli..",
                                "cli..")));
    }

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShould pure() {
        return noClasses().that().resideInAnyPackage(PURE).should();
    }

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShould outside(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(patterns(List.of(packages)))
                .should();
    }

    private static ArchRule onlyIn(String library, String... packages) {
        return outside(packages).dependOnClassesThat().resideInAPackage(library);
    }

    private static DescribedPredicate<JavaAccess<?>> called(String ownerPackage, String namePattern) {
        return targetOwner(resideInAPackage(ownerPackage))
                .and(DescribedPredicate.describe(
                        namePattern, access -> access.getTarget().getName().matches(namePattern)));
    }

    private static DynamicTest holds(String title, ArchRule rule) {
        return dynamicTest(title, () -> rule.allowEmptyShould(true).check(CLASSES));
    }

    private static String named(String arrow) {
        return arrow.isEmpty() ? "the facade" : arrow;
    }

    private static String pattern(String arrow) {
        return arrow.equals("..") ? ".." : arrow.isEmpty() ? ROOT : ROOT + "." + arrow;
    }

    private static String[] patterns(Iterable<String> arrows) {
        return java.util.stream.StreamSupport.stream(arrows.spliterator(), false)
                .map(ArchitectureTest::pattern)
                .toArray(String[]::new);
    }
}
