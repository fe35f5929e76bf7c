package io.twinpath.lab.soap;

import java.util.Optional;

/** The faults that any server of the API answers with, with the messages that real ones give. */
public final class Faults {

    private static final String INVALID_ARGUMENT = "A specified parameter was not correct: ";

    private Faults() {}

    /** A fault that has no fields of its own. */
    public static SoapFault of(String name, String message) {
        return new SoapFault(message, Data.of(name));
    }

    public static SoapFault notAuthenticated(Ref object) {
        return new SoapFault(
                "The session is not authenticated.",
                Data.of("NotAuthenticated").put("object", object).text("privilegeId", "System.View"));
    }

    public static SoapFault invalidLogin() {
        return of("InvalidLogin", "Cannot complete login due to an incorrect user name or password.");
    }

    public static SoapFault methodNotFound(Ref object, String method) {
        return new SoapFault(
                "The method is not found on the object.",
                Data.of("MethodNotFound").put("receiver", object).text("method", method));
    }

    public static SoapFault invalidRequest(String why) {
        return of("InvalidRequest", why);
    }

    public static SoapFault notFound(Ref object) {
        return new SoapFault(
                "The object '" + object + "' has already been deleted or has not been completely created",
                Data.of("ManagedObjectNotFound").put("obj", object));
    }

    /** @param property the path of what is wrong; empty for the many cases in which a server does not say */
    public static SoapFault invalidArgument(String property) {
        return new SoapFault(
                INVALID_ARGUMENT + property, Data.of("InvalidArgument").filled("invalidProperty", property));
    }

    public static SoapFault invalidProperty(String path) {
        return new SoapFault(
                "The property '" + path + "' is not valid.",
                Data.of("InvalidProperty").text("name", path));
    }

    public static SoapFault invalidName(String name, Optional<Ref> entity) {
        return new SoapFault(
                "The name '" + name + "' is not valid.",
                Data.of("InvalidName").text("name", name).maybe("entity", entity));
    }

    public static SoapFault duplicateName(String name, Ref object) {
        return new SoapFault(
                "The name '" + name + "' already exists.",
                Data.of("DuplicateName").text("name", name).put("object", object));
    }

    public static SoapFault absent(String what) {
        return of("NotFound", "The object or item referred to could not be found: " + what);
    }

    public static SoapFault alreadyExists(String name) {
        return new SoapFault(
                "The specified key, name, or identifier '" + name + "' already exists.",
                Data.of("AlreadyExists").text("name", name));
    }

    public static SoapFault inUse(String type, String name) {
        return new SoapFault(
                "The resource '" + name + "' is in use.",
                Data.of("ResourceInUse").text("type", type).text("name", name));
    }

    public static SoapFault invalidState() {
        return of("InvalidState", "The operation is not allowed in the current state.");
    }

    public static SoapFault notSupported() {
        return of("NotSupported", "The operation is not supported on the object.");
    }

    /** What a host says with the free licence to whoever would change it. */
    public static SoapFault restricted() {
        return of(
                "RestrictedVersion", "Current license or ESXi version prohibits execution of the requested operation.");
    }

    public static SoapFault noPermission(Ref object, String privilege) {
        return new SoapFault(
                "Permission to perform this operation was denied.",
                Data.of("NoPermission").put("object", object).text("privilegeId", privilege));
    }

    /** A fault of a host that names what it was about only in words. */
    public static SoapFault hostConfig(String why) {
        return of("HostConfigFault", why);
    }

    public static SoapFault internal() {
        return of("SystemError", "A general system error occurred");
    }
}
