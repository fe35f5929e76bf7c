package io.twinpath.plan.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plan as text and back. What is read is a plan that Twinpath wrote and nobody touched, or it is refused. */
public final class PlanText {

    /** The longest file that is read, in bytes. */
    public static final int LONGEST = 64 << 20;

    private static final int DEEPEST = 64;
    private static final Pattern VERSION = Pattern.compile("\\s*\\{\\s*\"format_version\"\\s*:\\s*([0-9]{1,9})\\b");

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanText() {}

    /** The text of a plan file; the same for equal plans. */
    public static String write(Plan plan) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            String text = MAPPER.writer(printer).writeValueAsString(PlanEncoder.file(plan));
            return Seal.seal(text + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /**
     * Reads a plan file.
     *
     * @param source the file as the user named it
     */
    public static Result<Plan> read(byte[] bytes, String source) {
        Optional<Diagnostic> unsound = unsound(bytes, source);
        if (unsound.isPresent()) {
            return Result.failed(unsound.orElseThrow());
        }
        try {
            JsonNode file = MAPPER.readTree(bytes);
            return Result.ok(PlanDecoder.file(new Part("", file)));
        } catch (IOException e) {
            return Result.failed(PlanFileProblem.malformed(source, "it is not JSON of the expected form"));
        } catch (MalformedException e) {
            return Result.failed(PlanFileProblem.malformed(source, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Diagnostic> unsound(byte[] bytes, String source) {
        if (bytes.length > LONGEST) {
            return Optional.of(PlanFileProblem.tooLong(source, LONGEST));
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        Matcher version = VERSION.matcher(start);
        if (version.lookingAt() && Integer.parseInt(version.group(1)) > Plan.FORMAT) {
            return Optional.of(PlanFileProblem.newer(source, version.group(1)));
        }
        if (!Seal.hasHead(bytes)) {
            return Optional.of(PlanFileProblem.notAPlan(source));
        }
        return Seal.holds(bytes) ? Optional.empty() : Optional.of(PlanFileProblem.changed(source));
    }
}
