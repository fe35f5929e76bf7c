package io.twinpath.driver.vim;

import io.twinpath.model.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trees by chance, the same for the same seed. */
public final class RandomNodes {

    private static final List<String> TEXTS =
            List.of("", "vSwitch0", " a b ", "<&>\"'", "ä€𝄞", "]]>", "a\r\nb\tc", "true", "-1", "…");
    private static final List<String> NAMES = List.of("spec", "val", "_x", "config.network.vswitch", "HostSystem");
    private static final List<String> TYPES = List.of("", "string", "int", "ArrayOfString", "HostVirtualSwitchSpec");

    private final Random random;

    public RandomNodes(long seed) {
        this.random = new Random(seed);
    }

    /** As a server sends it. */
    public Node read(int depth) {
        return random.nextInt(5) == 0 ? Node.reference(one(NAMES), found()) : other(depth, false);
    }

    /** As a plan holds it. */
    public Node planned(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> Node.reference(one(NAMES), lasting(2));
            case 1 -> Node.secret(one(NAMES), new SecretRef("env", "CHAP"));
            default -> other(depth, true);
        };
    }

    private Node other(int depth, boolean planned) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return Node.plain(one(NAMES), one(TYPES), one(TEXTS));
        }
        List<Node> fields = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.add(planned ? planned(depth - 1) : read(depth - 1));
        }
        return Node.object(one(NAMES), one(TYPES), fields);
    }

    private Handle.Found found() {
        return new Handle.Found(new Ref("Datastore", "/tmp/a b<" + random.nextInt(9) + ">@folder-5"));
    }

    public Handle lasting(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 5)) {
            case 0 -> new Handle.Host();
            case 1 -> new Handle.Manager("networkSystem");
            case 2 -> new Handle.Service("vmProvisioningChecker");
            case 3 -> new Handle.Named("VirtualMachine", "a/b%25 ä" + random.nextInt(9));
            default -> new Handle.Member(lasting(depth - 1), "resourcePool");
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
