package io.twinpath.risk;

import com.sun.management.OperatingSystemMXBean;
import io.twinpath.rig.Failing;
import io.twinpath.rig.LargeSite;
import io.twinpath.rig.Rig;
import io.twinpath.risk.rule.Rules;
import io.twinpath.risk.rule.TwoPoints;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints how long a judgement of a large site takes, and how much memory. One line for each pass; the first is what a person
 * waits for, since a command runs once in a new process.
 *
 * <p>Timed is all that happens between a {@link Rig}, which is the site as parts, and findings with all their sentences: following
 * the wires, every failure, every rule. Not timed are reading facts, drawing the rig from them, and printing. Processor
 * time is that of the whole process, with its compiler and its collector. Memory is what is left after a
 * collection while the findings are held.
 *
 * <p>Usage: {@code RigFigures DEPTH HOSTS MACHINES PASSES}.
 */
public final class RigFigures {

    private RigFigures() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        Rig rig = LargeSite.of(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Scene empty = SceneSketch.of("hosts: {a: }").scene();
        for (int pass = 1; pass <= Integer.parseInt(args[3]); pass++) {
            System.gc();
            long collecting = collecting();
            long wall = System.nanoTime();
            long processor = processor();
            Risks risks = judged(rig, empty, depth);
            long wallTaken = System.nanoTime() - wall;
            long processorTaken = processor() - processor;
            long collected = collecting() - collecting;
            System.gc();
            System.out.println(String.format(
                    Locale.ROOT,
                    "depth %d  hosts %s  pass %d  wall %.2f s  processor %.2f s  collections %.2f s  findings %d  effects %d  held %d MiB",
                    depth,
                    args[1],
                    pass,
                    wallTaken / 1e9,
                    processorTaken / 1e9,
                    collected / 1e3,
                    risks.all().size(),
                    risks.all().stream()
                            .mapToInt(j -> j.finding().effects().size())
                            .sum(),
                    live() >> 20));
        }
    }

    private static Risks judged(Rig rig, Scene empty, int depth) {
        Scene scene = new Scene(
                rig,
                new Failing(rig),
                empty.spec(),
                empty.values(),
                empty.releases(),
                empty.clocks(),
                empty.catalogue(),
                empty.now());
        List<Rule> rules = new ArrayList<>(Rules.standard());
        if (depth == 2) {
            rules.add(new TwoPoints());
        }
        return Risks.of(scene, rules);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .flatMap(usage -> Optional.ofNullable(usage).stream())
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
