package io.twinpath.driver.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of an ESXi as a session needs, in canned answers. For any method other answers can be queued, which are given
 * first.
 */
final class Esxi implements TestServer.Answering {

    /** Says so instead of the usual answer; null hangs up. */
    private final Map<String, Deque<TestServer.Answering>> queued = new ConcurrentHashMap<>();

    private volatile String version = "8.0.2.0";

    Esxi version(String api) {
        version = api;
        return this;
    }

    Esxi next(String method, TestServer.Answering... answers) {
        queued.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(java.util.List.of(answers));
        return this;
    }

    @Override
    public byte @org.jspecify.annotations.Nullable [] answer(String method, String request) throws Exception {
        Deque<TestServer.Answering> others = queued.get(method);
        if (others != null && !others.isEmpty()) {
            return others.removeFirst().answer(method, request);
        }
        return switch (method) {
            case "RetrieveServiceContent" -> TestServer.ok(TestServer.soap(content()));
            case "Login" ->
                TestServer.ok(
                        response(method, "<returnval><key>k</key></returnval>"),
                        "Set-Cookie: vmware_soap_session=\"52-a b\"; Path=/; HttpOnly; Secure");
            case "CreateContainerView" ->
                TestServer.ok(response(method, "<returnval type=\"ContainerView\">view-1</returnval>"));
            case "RetrievePropertiesEx" -> TestServer.ok(response(method, hosts("")));
            case "UpdateVirtualSwitch", "Logout" -> TestServer.ok(response(method, ""));
            default -> TestServer.fault("MethodNotFound", "no such method " + method);
        };
    }

    static String response(String method, String content) {
        return TestServer.soap("<" + method + "Response xmlns=\"urn:vim25\">" + content + "</" + method + "Response>");
    }

    /** One host with its name and network manager. */
    static String hosts(String token) {
        return "<returnval>" + (token.isEmpty() ? "" : "<token>" + token + "</token>")
                + "<objects><obj type=\"HostSystem\">ha-host</obj>"
                + "<propSet><name>name</name><val xsi:type=\"xsd:string\">localhost.localdomain</val></propSet>"
                + "<propSet><name>configManager</name><val xsi:type=\"HostConfigManager\">"
                + "<networkSystem type=\"HostNetworkSystem\">networkSystem</networkSystem></val></propSet>"
                + "</objects></returnval>";
    }

    /** The info of a task. */
    static TestServer.Answering task(String state, String more) {
        return (method, request) -> TestServer.ok(response(
                method,
                "<returnval><objects><obj type=\"Task\">task-1</obj><propSet><name>info.state</name>"
                        + "<val xsi:type=\"TaskInfoState\">" + state + "</val></propSet>" + more
                        + "</objects></returnval>"));
    }

    private String content() {
        return "<RetrieveServiceContentResponse xmlns=\"urn:vim25\"><returnval>"
                + "<rootFolder type=\"Folder\">ha-folder-root</rootFolder>"
                + "<propertyCollector type=\"PropertyCollector\">ha-property-collector</propertyCollector>"
                + "<viewManager type=\"ViewManager\">ViewManager</viewManager>"
                + "<licenseManager type=\"LicenseManager\">ha-license-manager</licenseManager>"
                + "<about><name>VMware ESXi</name><apiType>HostAgent</apiType><apiVersion>" + version
                + "</apiVersion></about><sessionManager type=\"SessionManager\">ha-sessionmgr</sessionManager>"
                + "</returnval></RetrieveServiceContentResponse>";
    }
}
