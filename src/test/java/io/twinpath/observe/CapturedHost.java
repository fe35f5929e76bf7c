package io.twinpath.observe;

import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A host put together from published outputs, looked at through a recording of plain text. */
final class CapturedHost {

    static final String NAME = "esxi1.lain.local";

    private static final Path CAPTURES = Path.of("src/test/resources/esxcli/captures");

    private final Path recording;

    CapturedHost(Path recording) throws IOException {
        this.recording = recording;
        Files.createDirectories(recording.resolve(NAME));
    }

    /** Has an output under the name that a recording gives it. */
    CapturedHost with(String name, String capture) throws IOException {
        return with(name, capture, "\0", "");
    }

    /** The same with one text put in the place of another, where the outputs come from different hosts. */
    CapturedHost with(String name, String capture, String old, String now) throws IOException {
        Path folder = recording.resolve(NAME);
        for (String ending : List.of(".txt", ".xml")) {
            Files.deleteIfExists(folder.resolve(name + ending));
        }
        String ending = capture.substring(capture.lastIndexOf('.'));
        String text = Files.readString(CAPTURES.resolve(capture));
        Files.writeString(folder.resolve(name + ending), text.replace(old, now));
        return this;
    }

    ReplayDriver driver() {
        return new ReplayDriver(recording);
    }

    Snapshot look(List<Target<?>> targets) throws InterruptedException {
        Kinds kinds = Kinds.standard(new Catalogue(new TreeMap<>()));
        return new Observer(kinds, driver(), 1, () -> Instant.EPOCH).observe(List.of(NAME), targets, Progress.silent());
    }

    /** A resource that is there. */
    <D extends Record & Desired> D present(Kind<D> kind, String name, Map<String, Object> wanted)
            throws InterruptedException {
        Observed<?> observed = observed(kind, name, wanted);
        if (observed instanceof Observed.Present<?> present) {
            return kind.type().cast(present.value());
        }
        throw new AssertionError(observed.toString());
    }

    <D extends Record & Desired> Observed<?> observed(Kind<D> kind, String name, Map<String, Object> wanted)
            throws InterruptedException {
        Target<D> target = target(kind, name, wanted);
        return look(List.of(target)).fact(target.address()).orElseThrow().observed();
    }

    static <D extends Record & Desired> Target<D> target(Kind<D> kind, String name, Map<String, Object> wanted) {
        Optional<D> record = kind.shape().restore(value(wanted));
        return new Target<>(Address.onHost(kind.name(), NAME, name), Optional.of(record.orElseThrow()));
    }

    private static Value value(Object written) {
        return switch (written) {
            case Map<?, ?> map -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                map.forEach((name, value) -> fields.put((String) name, value(value)));
                yield new Value.Fields(fields);
            }
            case List<?> list ->
                new Value.Items(list.stream().map(CapturedHost::value).toList());
            default -> Value.text(written.toString());
        };
    }
}
