/**
 * Network cards: whether the expected model is where it should be, and which vmnicN its ports got. This is what gives port
 * references such as {@code storage_a/0} their meaning.
 *
 * <p>Managed: nothing by command. Another model, or none, is an obstacle that tells a person what to do. Not managed: firmware,
 * SR-IOV, passthrough.
 *
 * <p>SSH: {@code hardware pci list} and {@code network nic list}, joined by PCI address. API: {@code hardware.pciDevice} and
 * {@code config.network.pnic} tell the same; slots only in later
 * releases.
 */
@NullMarked
package io.twinpath.kind.card;

import org.jspecify.annotations.NullMarked;
