package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.IscsiParameter;
import java.util.Map;
import java.util.NavigableMap;

/** The parameters of an iSCSI adapter, and of its portals and targets, as esxcli lists and takes them. */
final class IscsiParameters {

    private IscsiParameters() {}

    static Output listed(Map<String, String> adapter) {
        return Output.table(IscsiParameter.ALL.stream()
                .map(p -> row(p, p.value(adapter, Map.of()), false))
                .toList());
    }

    /** Of a portal or target. */
    static Output listed(Map<String, String> adapter, Map<String, String> own) {
        return Output.table(IscsiParameter.ALL.stream()
                .map(p -> row(p, p.value(adapter, own), !own.containsKey(p.name())))
                .toList());
    }

    static IscsiParameter settable(Arguments arguments) {
        return IscsiParameter.named(arguments.text("key"))
                .filter(IscsiParameter::settable)
                .orElseThrow(() -> new Fault("Unable to set parameter " + arguments.text("key") + ": not settable"));
    }

    /** Kept in the words in which it is shown, whichever of esxcli's words for true and false it was given in. */
    static void put(IscsiParameter parameter, String given, NavigableMap<String, String> into) {
        String value = parameter.flag() && Booleans.valid(given) ? String.valueOf(Booleans.truth(given)) : given;
        if (!parameter.takes(value)) {
            throw new Fault("Unable to set parameter " + parameter.name() + ": Invalid value " + given);
        }
        into.put(parameter.name(), value);
    }

    private static Structure row(IscsiParameter parameter, String current, boolean inherits) {
        return Structure.of("IscsiParam")
                .with("Name", parameter.name())
                .with("Current", current)
                .with("Default", parameter.fallback())
                .with("Min", parameter.least())
                .with("Max", parameter.most())
                .with("Settable", parameter.settable())
                .with("Inherit", inherits);
    }
}
