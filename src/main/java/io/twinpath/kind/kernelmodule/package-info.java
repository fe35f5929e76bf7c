/**
 * Kernel modules of a host, drivers above all: whether they are loaded at the next start, and with which parameters.
 *
 * <p>Both take effect at the next start of the host, which Twinpath leaves to people; the step says so. Parameters are set as
 * one text that replaces the former, so parameters that the spec does not name are sent along as they were found. Not
 * managed: loading a module now, and installing one (see the packages).
 *
 * <p>SSH: {@code system module list}, {@code … set}, {@code … parameters list|set}. API: {@code QueryModules}, {@code
 * QueryConfiguredModuleOptionString}, {@code UpdateModuleOptionString}; it cannot enable or disable.
 */
@NullMarked
package io.twinpath.kind.kernelmodule;

import org.jspecify.annotations.NullMarked;
