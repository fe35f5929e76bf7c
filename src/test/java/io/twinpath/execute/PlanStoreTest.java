package io.twinpath.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.plan.Plan;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PlanStoreTest {

    @TempDir
    private Path folder;

    private static final Plan PLAN = ToyPlans.plan(new ToySpec());

    private static String code(Result<?> result) {
        return result.diagnostics().stream().map(Diagnostic::code).findFirst().orElse("none");
    }

    @Test
    void aSavedPlanIsForItsOwnerOnlyAndComesBack() throws IOException {
        Path file = folder.resolve("a.plan");
        assertThat(code(PlanStore.write(PLAN, file))).isEqualTo("none");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PlanStore.read(file)).isEqualTo(Result.ok(PLAN));
        assertThat(folder.toFile().list()).containsExactly("a.plan");
    }

    @Test
    void aPlanReplacesTheOneBefore() {
        Path file = folder.resolve("a.plan");
        PlanStore.write(PLAN, file);
        assertThat(code(PlanStore.write(PLAN, file))).isEqualTo("none");
    }

    @Test
    void whatCannotBeAPlanFileIsRefused() throws IOException {
        Path file = folder.resolve("a.plan");
        PlanStore.write(PLAN, file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(code(PlanStore.read(link))).isEqualTo("PLN0105");
        assertThat(code(PlanStore.read(folder))).isEqualTo("PLN0105");
        assertThat(code(PlanStore.read(folder.resolve("none")))).isEqualTo("PLN0105");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertThat(code(PlanStore.read(file))).isEqualTo("PLN0107");
        assertThat(code(PlanStore.write(PLAN, folder))).isEqualTo("PLN0106");
        assertThat(code(PlanStore.write(PLAN, folder.resolve("none/a.plan")))).isEqualTo("PLN0106");
    }

    @Test
    void oneRunAtATimeHasTheLock() throws IOException {
        Result<RunLock> first = RunLock.acquire(folder, "process 7, apply, since 07:30");
        Result<RunLock> second = RunLock.acquire(folder, "process 8");
        assertThat(code(second)).isEqualTo("EXE0101");
        assertThat(second.diagnostics().get(0).detail()).contains("process 7, apply, since 07:30");
        first.orElseThrow().close();
        Result<RunLock> third = RunLock.acquire(folder, "process 9");
        assertThat(code(third)).isEqualTo("none");
        third.orElseThrow().close();
    }

    @Test
    void aLockThatCannotBeMadeIsSaidSo() throws IOException {
        Files.writeString(folder.resolve(".twinpath"), "a file where a folder should be");
        assertThat(code(RunLock.acquire(folder, "process 7"))).isEqualTo("EXE0103");
    }
}
