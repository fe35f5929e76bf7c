package io.twinpath.lab.site;

/** A claim rule of the native multipathing plugin; empty text where a criterion is not given. */
public final class SatpRule {

    public String satp = "";
    public String device = "";
    public String vendor = "";
    public String model = "";
    public String driver = "";
    public String transport = "";
    public String options = "";
    public String claimOptions = "";
    public String psp = "";
    public String pspOptions = "";
    public String description = "";

    /** Whether a device falls under it. Vendor and model compare by prefix, as SCSI pads them. */
    public boolean claims(Disk disk) {
        boolean criterion = !device.isEmpty() || !vendor.isEmpty() || !model.isEmpty();
        return criterion
                && (device.isEmpty() || device.equals(disk.device()))
                && disk.vendor().startsWith(vendor)
                && disk.model().startsWith(model);
    }

    /** The same rule but for its description. */
    public boolean matches(SatpRule other) {
        return satp.equals(other.satp)
                && device.equals(other.device)
                && vendor.equals(other.vendor)
                && model.equals(other.model)
                && driver.equals(other.driver)
                && transport.equals(other.transport)
                && options.equals(other.options)
                && claimOptions.equals(other.claimOptions)
                && psp.equals(other.psp)
                && pspOptions.equals(other.pspOptions);
    }
}
