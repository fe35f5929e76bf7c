package io.twinpath.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.graph.layout.Box;
import io.twinpath.graph.layout.Layout;
import io.twinpath.rig.Rig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is alike is drawn once, and everything has a place of its own. */
class FoldTest {

    @Test
    void fewHostsAreDrawnEach() {
        Picture picture = Fold.of(Sites.graph(Sites.site(6, 3)));
        assertThat(picture.lanes()).hasSize(6).noneMatch(Lane::folded);
        assertThat(picture.items().values()).noneMatch(Item::folded);
    }

    @Test
    void aHundredEqualHostsAreOneBandAndTheOneInTroubleStandsAboveThem() {
        Rig rig = Sites.site(100, 15);
        Picture picture = Fold.of(Sites.graph(rig, "card:esx7/storage_a", "card:esx7/storage_b"));
        assertThat(picture.lanes().stream().map(Lane::title)).containsExactly("esx7", "99 hosts like esx1");
        assertThat(picture.lanes().get(1).hosts()).hasSize(99);
        assertThat(picture.items()).hasSizeLessThan(60);
        List<Item> machines = picture.in(Layer.MACHINE, 1);
        assertThat(machines).hasSize(1);
        assertThat(machines.getFirst().members()).hasSize(99 * 15);
        assertThat(picture.in(Layer.MACHINE, 0).getFirst().node().condition().word())
                .isEqualTo("stalled");
    }

    @Test
    void everythingIsInTheFoldedPictureOnce() {
        Graph graph = Sites.graph(Sites.site(30, 20), "switch:sw1", "card:esx3/storage_b");
        Picture picture = Fold.of(graph);
        Set<String> seen = new HashSet<>();
        picture.items()
                .values()
                .forEach(i -> i.members()
                        .forEach(m -> assertThat(seen.add(m.id())).as(m.id()).isTrue()));
        assertThat(seen).isEqualTo(graph.nodes().keySet());
        assertThat(picture.edges())
                .allMatch(e ->
                        picture.items().containsKey(e.from()) && picture.items().containsKey(e.to()));
    }

    @Test
    void hostsThatAreAllDifferentAreNamedPastABound() {
        io.twinpath.risk.RigSketch sketch = new io.twinpath.risk.RigSketch();
        for (int i = 1; i <= 40; i++) {
            sketch.host("esx" + i).card("card" + i, "model", "driver", "vmnic0");
        }
        Picture picture = Fold.of(Sites.graph(sketch.rig()));
        assertThat(picture.lanes()).hasSize(25);
        assertThat(picture.lanes().getLast().title()).isEqualTo("16 more hosts, no two alike");
        assertThat(picture.lanes().getLast().shown()).isEmpty();
    }

    @Test
    void severalStatesOfOneSiteHaveTheSameBands() {
        Graph before = Sites.graph(Sites.site(20, 2));
        Graph after = Sites.graph(Sites.site(20, 2), "nic:esx9/vmnic2");
        List<Picture> pictures = Fold.of(List.of(before, after));
        assertThat(pictures.get(0).lanes().stream().map(Lane::title))
                .containsExactlyElementsOf(
                        pictures.get(1).lanes().stream().map(Lane::title).toList())
                .containsExactly("esx9", "19 hosts like esx1");
    }

    @Test
    void nothingOverlapsAndAllOfItIsOnThePaper() {
        for (int hosts : List.of(1, 3, 100)) {
            Layout layout = Layout.of(Fold.of(Sites.graph(Sites.site(hosts, 9), "card:esx1/storage_b")));
            List<Box> boxes = List.copyOf(layout.boxes().values());
            assertThat(boxes).hasSize(layout.picture().items().size());
            for (int i = 0; i < boxes.size(); i++) {
                Box a = boxes.get(i);
                assertThat(a.x()).isNotNegative();
                assertThat(a.y()).isNotNegative();
                assertThat(a.right()).isLessThanOrEqualTo(layout.width());
                assertThat(a.bottom()).isLessThanOrEqualTo(layout.height());
                for (int j = i + 1; j < boxes.size(); j++) {
                    Box b = boxes.get(j);
                    assertThat(a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom())
                            .as("%s and %s", a, b)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theSameSiteIsTheSamePicture() {
        assertThat(Layout.of(Fold.of(Sites.graph(Sites.site(3, 4), "switch:sw1"))))
                .isEqualTo(Layout.of(Fold.of(Sites.graph(Sites.site(3, 4), "switch:sw1"))));
    }
}
