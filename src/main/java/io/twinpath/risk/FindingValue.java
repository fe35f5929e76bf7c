package io.twinpath.risk;

import io.twinpath.model.Value;
import io.twinpath.rig.part.Assumption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Findings as plain values, which is the shape that they have in JSON. Keys may be added; none changes its meaning within a version. */
public final class FindingValue {

    /** Of the whole document. */
    public static final int FORMAT_VERSION = 1;

    private FindingValue() {}

    /** {@code {"format_version": 1, "findings": […]}}. */
    public static Value.Fields of(Risks risks) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("format_version", new Value.Whole(FORMAT_VERSION));
        fields.put("findings", items(risks.all().stream().map(FindingValue::of)));
        return new Value.Fields(fields);
    }

    /** {@code {"opens": […], "worsens": […], "closes": […], "leaves": […], "refused": [ids]}}. */
    public static Value.Fields of(Risks.Difference difference) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("opens", items(difference.opens().stream().map(FindingValue::of)));
        fields.put("worsens", items(difference.worsens().stream().map(FindingValue::of)));
        fields.put("closes", items(difference.closes().stream().map(FindingValue::of)));
        fields.put("leaves", items(difference.leaves().stream().map(FindingValue::of)));
        fields.put(
                "refused",
                texts(difference.refused().stream().map(j -> j.finding().id()).toList()));
        return new Value.Fields(fields);
    }

    public static Value.Fields of(Judged judged) {
        Finding finding = judged.finding();
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("code", Value.text(finding.code()));
        fields.put("id", Value.text(finding.id()));
        fields.put("severity", word(finding.severity()));
        fields.put("level", word(judged.level()));
        fields.put("title", Value.text(finding.title()));
        fields.put("components", texts(finding.components()));
        fields.put("subjects", texts(finding.subjects()));
        fields.put("hosts", texts(finding.hosts()));
        fields.put("effects", items(finding.effects().stream().map(FindingValue::of)));
        fields.put(
                "assumptions",
                texts(finding.assumptions().stream().map(Assumption::text).toList()));
        finding.remedy().ifPresent(remedy -> fields.put("remedy", of(remedy)));
        finding.at().ifPresent(span -> fields.put("at", Value.text(span.toString())));
        judged.waiver().ifPresent(waiver -> fields.put("accepted", of(waiver)));
        return new Value.Fields(fields);
    }

    private static Value of(Effect effect) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(effect.subject().name().toLowerCase(Locale.ROOT), Value.text(effect.name()));
        fields.put("effect", Value.text(effect.effect()));
        effect.host().ifPresent(host -> fields.put("on", Value.text(host)));
        fields.put("because", texts(effect.because()));
        if (!effect.obstacles().isEmpty()) {
            fields.put("obstacles", texts(effect.obstacles()));
        }
        return new Value.Fields(fields);
    }

    private static Value of(Remedy remedy) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("advice", Value.text(remedy.advice()));
        remedy.spec().ifPresent(spec -> fields.put("spec", Value.text(spec)));
        return new Value.Fields(fields);
    }

    private static Value of(Judged.Waiver waiver) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("policy", Value.text(waiver.policy()));
        fields.put("until", Value.text(waiver.until().toString()));
        fields.put("because", Value.text(waiver.because()));
        fields.put("at", Value.text(waiver.at().toString()));
        return new Value.Fields(fields);
    }

    private static Value word(Enum<?> constant) {
        return Value.text(constant.name().toLowerCase(Locale.ROOT));
    }

    private static Value texts(Collection<?> items) {
        return items(items.stream().map(item -> Value.text(item.toString())));
    }

    private static Value items(Stream<? extends Value> items) {
        List<Value> list = new ArrayList<>();
        items.forEach(list::add);
        return new Value.Items(list);
    }
}
