package io.twinpath.risk.rule;

import io.twinpath.kind.image.Image;
import io.twinpath.kind.vib.Vib;
import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Nobody vouches for what a host runs: a package at the level CommunitySupported is installed, or may be. Silent about packages
 * that no spec names, unless all were read.
 */
public final class UnsupportedSoftware implements Rule {

    private static final String COMMUNITY = "CommunitySupported";

    @Override
    public String code() {
        return "RSK0304";
    }

    @Override
    public String summary() {
        return "Software without support";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        scene.all(Vib.class).forEach((address, vib) -> {
            if (vib.acceptanceLevel().filter(COMMUNITY::equalsIgnoreCase).isPresent()) {
                findings.add(of(
                        scene,
                        address,
                        "The package " + address.name() + " of "
                                + address.host().orElseThrow() + " is " + COMMUNITY + "."));
            }
        });
        scene.all(Image.class).forEach((address, image) -> {
            if (image.acceptanceLevel() == Image.Acceptance.COMMUNITY_SUPPORTED) {
                findings.add(of(
                        scene,
                        address,
                        address.host().orElseThrow() + " takes packages that nobody vouches for (" + COMMUNITY + ")."));
            }
        });
        return findings;
    }

    private Finding of(Scene scene, Address address, String title) {
        return Finding.of(code(), Severity.LOW, title, address.toString())
                .on(address.host().orElseThrow())
                .at(scene.place(address))
                .remedy(Remedy.of("Replace it by a package of the vendor, and raise the acceptance level again."));
    }
}
