package io.twinpath.driver.bundle;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle as a session. {@code vm-support} names an output after the command line: blanks become hyphens, slashes and most
 * signs are dropped (a value that has any is not looked for, because others share its name), so that {@code localcli system settings advanced list -d} is in {@code
 * localcli_system-settings-advanced-list--d.txt}. What has no text may have JSON. What is not there answers with a refusal that says so.
 */
final class BundleReader implements Reader {

    private static final Pattern BANNER = Pattern.compile("VMware ESXi? ([0-9.]+) build-([0-9]+)");
    private static final String VERSION = "system version get";
    private static final int REFUSED = 1;

    /** The option with which lists of volumes are asked for in bundles; without it one broken volume hides all others. */
    private static final String IGNORING_ERRORS = "--i";

    private final Bundle bundle;

    BundleReader(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Query query : queries) {
            replies.put(
                    query,
                    switch (query) {
                        case EsxcliQuery q -> reply(q);
                        case FileQuery q -> file(q);
                        case ProgramQuery q -> refusal("what \"" + q + "\" prints");
                        case PropertyQuery q -> refusal("properties of the API");
                        case InventoryQuery q -> refusal("properties of the API");
                        case MethodQuery q -> refusal("answers of the API");
                    });
        }
        return replies;
    }

    /** Text first, as it was seen most often; then JSON. */
    private Reply reply(EsxcliQuery query) {
        for (String name : names(query)) {
            String output = bundle.outputs().get(name);
            if (output != null) {
                return new Reply(0, Format.TEXT, output, source(name));
            }
        }
        for (String name : names(query)) {
            String tree = bundle.trees().get(name);
            if (tree != null) {
                return new Reply(0, Format.JSON, tree, bundle.file().getFileName() + ": json/" + name + ".json");
            }
        }
        if (query.toString().equals(VERSION)) {
            Matcher m = BANNER.matcher(bundle.outputs().getOrDefault("vmware_-vl", ""));
            if (m.find()) {
                String output = "   Version: " + m.group(1) + "\n   Build: Releasebuild-" + m.group(2) + "\n";
                return new Reply(0, Format.TEXT, output, source("vmware_-vl"));
            }
        }
        return refusal("commands/" + names(query).getFirst() + ".txt");
    }

    /** That a file is not in the bundle does not say that the host has none. */
    private Reply file(FileQuery query) {
        String name = query.file().path().substring(1);
        String text = bundle.files().get(name);
        return text == null
                ? refusal(name)
                : new Reply(0, Format.TEXT, text, bundle.file().getFileName() + ": " + name);
    }

    private Reply refusal(String what) {
        return new Reply(
                REFUSED,
                Format.TEXT,
                "the bundle does not have " + what,
                String.valueOf(bundle.file().getFileName()));
    }

    private String source(String name) {
        return bundle.file().getFileName() + ": commands/" + name + ".txt";
    }

    private static List<String> names(EsxcliQuery query) {
        String words = String.join("-", query.words());
        StringBuilder options = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (Option option : query.options()) {
            String value = option.argument() instanceof Option.Flag
                    ? ""
                    : "-" + option.argument().shown();
            options.append("---").append(option.name()).append(value);
            letters.append("--").append(option.name().charAt(0)).append(value);
        }
        List<String> names = new ArrayList<>();
        for (String program : List.of("localcli_", "esxcli_")) {
            names.add(program + words + options);
            names.add(program + words + letters);
            names.add(program + words + letters + IGNORING_ERRORS);
        }
        return names;
    }

    @Override
    public void close() {}
}
