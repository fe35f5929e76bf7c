package io.twinpath.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Writer;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.SecretRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that fail: reads are repeated once, changes never, and nothing is taken for what it is not. */
class FaultsIT {

    private static final String PLACE = "esxi1.lain.local";
    private static final PropertyQuery NAME = PropertyQuery.of(new Handle.Host(), "name");
    private static final MethodCommand CHANGE = MethodCommand.of(
            new Handle.Manager("networkSystem"),
            "UpdateVirtualSwitch",
            Node.string("vswitchName", "vSwitch0"),
            Node.object("spec", "HostVirtualSwitchSpec", Node.number("numPorts", 128)));
    private static final MethodCommand TASK =
            MethodCommand.of(new Handle.Host(), "ExitMaintenanceMode_Task", Node.number("timeout", 0));
    private static final TestServer.Answering HANG_UP = (method, request) -> null;
    private static final TestServer.Answering BUSY =
            (method, request) -> TestServer.http("503 Service Unavailable", "busy", "Content-Type: text/plain");
    private static final TestServer.Answering FORGOTTEN =
            (method, request) -> TestServer.fault("NotAuthenticated", "The session is not authenticated.");

    /** A server, a driver, and what is done with them. */
    private interface Doing {
        void run(ApiDriver driver, TestServer server) throws Exception;
    }

    private static void with(Esxi esxi, Doing doing) throws Exception {
        with(esxi, ApiLimits.standard().withTimes(Duration.ofSeconds(20), Duration.ofSeconds(60)), doing);
    }

    private static void with(Esxi esxi, ApiLimits limits, Doing doing) throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        try (TestServer server = TestServer.tls(own, esxi);
                ApiDriver driver = new ApiDriver(
                        List.of(server.target(PLACE, own.sha256())),
                        Map.of(),
                        new CertificatePins(Path.of("target/none")),
                        reference -> Secret.of("chap-" + reference.locator()),
                        limits)) {
            doing.run(driver, server);
        }
    }

    private static Node read(ApiDriver driver) throws Exception {
        try (Reader reader = driver.reader(PLACE)) {
            Replies replies = Replies.none();
            replies.add(reader.ask(List.of(NAME)));
            return replies.object(NAME);
        }
    }

    private static Reply send(ApiDriver driver, MethodCommand command) throws DriverException {
        try (Writer writer = driver.writer(PLACE)) {
            return writer.send(command);
        }
    }

    private static DriverException failed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(DriverException.class, call);
    }

    @Test
    void aChangeThatWasCutOffIsInDoubtAndNeverSentAgain() throws Exception {
        for (TestServer.Answering answer : List.of(
                HANG_UP,
                BUSY,
                half(TestServer.ok(Esxi.response("UpdateVirtualSwitch", ""))),
                (method, request) -> TestServer.ok("<html>welcome</html>"),
                (method, request) -> TestServer.fault("HostCommunication", "lost the host"))) {
            with(new Esxi().next("UpdateVirtualSwitch", answer), (driver, server) -> {
                DriverException e = failed(() -> send(driver, CHANGE));
                assertThat(e.problem()).as(e.getMessage()).isEqualTo(Problem.IN_DOUBT);
                assertThat(e).hasMessageContaining("UpdateVirtualSwitch(vSwitch0, …)");
                assertThat(server.calls("UpdateVirtualSwitch")).isEqualTo(1);
                assertThat(read(driver).text("name")).contains("localhost.localdomain");
            });
        }
    }

    /** No logout is answered before all have come; one alone would be given up. */
    @Test
    void aFleetIsLeftTogether() throws Exception {
        CyclicBarrier all = new CyclicBarrier(5);
        TestServer.Answering together = (method, request) -> {
            all.await(2500, TimeUnit.MILLISECONDS);
            return TestServer.ok(Esxi.response(method, ""));
        };
        TestCertificate own = TestCertificate.selfSigned();
        List<TestServer> servers = new ArrayList<>();
        List<ApiTarget> targets = new ArrayList<>();
        try {
            for (int i = 0; i < all.getParties(); i++) {
                TestServer server = TestServer.tls(own, new Esxi().next("Logout", together));
                servers.add(server);
                targets.add(server.target("esxi" + i, own.sha256()));
            }
            ApiDriver driver = new ApiDriver(
                    targets,
                    Map.of(),
                    new CertificatePins(Path.of("target/none")),
                    reference -> Secret.of(reference.locator()),
                    ApiLimits.standard());
            for (ApiTarget target : targets) {
                try (Reader reader = driver.reader(target.place())) {
                    reader.ask(List.of(NAME));
                }
            }
            driver.close();
            assertThat(servers).allMatch(server -> server.calls("Logout") == 1);
            assertThat(all.isBroken()).isFalse();
        } finally {
            for (TestServer server : servers) {
                server.close();
            }
        }
    }

    private static TestServer.Answering half(byte[] answer) {
        return (method, request) -> {
            byte[] whole = new String(answer, StandardCharsets.UTF_8)
                    .replaceFirst("Content-Length: [0-9]+", "Content-Length: 9999")
                    .getBytes(StandardCharsets.UTF_8);
            throw new TestServer.CutOff(whole);
        };
    }

    @Test
    void aRefusedChangeIsARefusal() throws Exception {
        with(
                new Esxi()
                        .next(
                                "UpdateVirtualSwitch",
                                (method, request) ->
                                        TestServer.fault("RestrictedVersion", "Current license prohibits execution"),
                                (method, request) -> TestServer.fault(
                                        "InvalidArgument",
                                        "A specified parameter was not correct: spec.mtu",
                                        "<invalidProperty>spec.mtu</invalidProperty>"),
                                FORGOTTEN),
                (driver, server) -> {
                    Reply licence = send(driver, CHANGE);
                    assertThat(licence.ok()).isFalse();
                    assertThat(licence.body()).isEqualTo("RestrictedVersion: Current license prohibits execution");
                    assertThat(send(driver, CHANGE).body()).contains("InvalidArgument: ", "spec.mtu");
                    assertThat(send(driver, CHANGE).body()).startsWith("NotAuthenticated");
                    assertThat(server.calls("Login")).isEqualTo(1);
                    assertThat(send(driver, CHANGE).ok()).isTrue();
                    assertThat(server.calls("Login"))
                            .as("only for the next call")
                            .isEqualTo(2);
                    assertThat(server.calls("UpdateVirtualSwitch")).isEqualTo(4);
                });
    }

    @Test
    void aForgottenSessionIsOpenedAgainOnce() throws Exception {
        with(new Esxi().next("RetrievePropertiesEx", FORGOTTEN), (driver, server) -> {
            assertThat(read(driver).text("name")).contains("localhost.localdomain");
            assertThat(server.calls("Login")).isEqualTo(2);
            assertThat(server.calls("CreateContainerView"))
                    .as("a view dies with its session")
                    .isEqualTo(2);
            assertThat(server.seen()).contains("Cookie: vmware_soap_session=\"52-a b\"\r\n");
        });
        with(new Esxi().next("RetrievePropertiesEx", FORGOTTEN, FORGOTTEN, FORGOTTEN, FORGOTTEN), (driver, server) -> {
            DriverException e = failed(() -> read(driver));
            assertThat(e.problem()).isIn(Problem.UNREACHABLE, Problem.UNAUTHENTICATED);
            assertThat(server.calls("Login")).as("no account is locked").isEqualTo(2);
        });
    }

    @Test
    void aReadIsRepeatedOnce() throws Exception {
        for (TestServer.Answering answer :
                List.of(HANG_UP, BUSY, half(TestServer.ok(Esxi.response("x", Esxi.hosts("")))))) {
            with(new Esxi().next("RetrievePropertiesEx", answer), (driver, server) -> {
                assertThat(read(driver).text("name")).contains("localhost.localdomain");
                assertThat(server.calls("RetrievePropertiesEx")).isEqualTo(2);
            });
            with(new Esxi().next("RetrievePropertiesEx", answer, answer, answer), (driver, server) -> {
                DriverException e = failed(() -> read(driver));
                assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE);
                assertThat(e).hasMessageContaining("Nothing was changed.");
                assertThat(server.calls("RetrievePropertiesEx")).isEqualTo(2);
            });
        }
    }

    @Test
    void whatIsNoAnswerIsTold() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\">]>"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
                + "<r>&y;</r></soapenv:Body></soapenv:Envelope>";
        String outside = bomb.replaceFirst("<!DOCTYPE.*]>", "<!DOCTYPE a SYSTEM \"https://127.0.0.1:1/x\">")
                .replace("&y;", "");
        for (String body : List.of(
                "",
                "no XML",
                "<a/>",
                TestServer.soap("<r>"),
                TestServer.soap("<a/><b/>").replace("<b/>", "text<b/>"),
                TestServer.soap("<x>".repeat(5000) + "</x>".repeat(5000)),
                bomb,
                outside,
                "\0\1\2")) {
            with(
                    new Esxi().next("RetrievePropertiesEx", (method, request) -> TestServer.ok(body)),
                    (driver, server) -> {
                        DriverException e = failed(() -> read(driver));
                        assertThat(e)
                                .as(body.substring(0, Math.min(200, body.length())))
                                .isNotNull();
                        assertThat(e.problem()).isEqualTo(Problem.PROTOCOL);
                        assertThat(server.calls("RetrievePropertiesEx"))
                                .as("not asked again")
                                .isEqualTo(1);
                    });
        }
    }

    @Test
    void anAnswerOf65MebibytesIsNotTaken() throws Exception {
        TestServer.Answering announced = (method, request) -> ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
                        + "Content-Length: " + (65 << 20) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        TestServer.Answering sent = (method, request) -> ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(65) + "0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (TestServer.Answering answer : List.of(announced, sent)) {
            with(new Esxi().next("RetrievePropertiesEx", answer), (driver, server) -> {
                DriverException e = failed(() -> read(driver));
                assertThat(e.problem()).isEqualTo(Problem.PROTOCOL);
                assertThat(e).hasMessageContaining("longer than 64 MiB");
            });
        }
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedFor() throws Exception {
        ApiLimits short1 = ApiLimits.standard().withTimes(Duration.ofSeconds(5), Duration.ofSeconds(1));
        with(new Esxi().next("RetrievePropertiesEx", SILENCE, SILENCE), short1, (driver, server) -> {
            DriverException e = failed(() -> read(driver));
            assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(e).hasMessageContaining("there was no end of the answer within 1 seconds");
        });
        with(new Esxi().next("UpdateVirtualSwitch", SILENCE), short1, (driver, server) -> {
            assertThat(failed(() -> send(driver, CHANGE)).problem()).isEqualTo(Problem.IN_DOUBT);
            assertThat(server.calls("UpdateVirtualSwitch")).isEqualTo(1);
        });
    }

    private static final TestServer.Answering SILENCE = (method, request) -> {
        Thread.sleep(Duration.ofMinutes(1).toMillis());
        return null;
    };

    @Test
    void pagesAreReadToTheLast() throws Exception {
        InventoryQuery hosts = InventoryQuery.of("HostSystem", "name");
        Esxi esxi = new Esxi()
                .next(
                        "RetrievePropertiesEx",
                        (method, request) -> TestServer.ok(Esxi.response(method, Esxi.hosts("t-1"))))
                .next(
                        "ContinueRetrievePropertiesEx",
                        (method, request) -> TestServer.ok(Esxi.response(method, Esxi.hosts("t-2"))),
                        (method, request) -> TestServer.ok(Esxi.response(method, Esxi.hosts(""))));
        with(esxi, (driver, server) -> {
            try (Reader reader = driver.reader(PLACE)) {
                Replies replies = Replies.none();
                reader.ask(List.of(NAME));
                replies.add(reader.ask(List.of(hosts)));
                assertThat(replies.objects(hosts)).isNotEmpty();
            }
            assertThat(server.calls("ContinueRetrievePropertiesEx")).isEqualTo(2);
            assertThat(server.seen()).contains("<token xsi:type=\"xsd:string\">t-2</token>");
        });
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        TestServer.Answering wrong = (method, request) ->
                TestServer.fault("InvalidLogin", "Cannot complete login due to an incorrect user name or password.");
        with(new Esxi().next("Login", wrong, wrong, wrong), (driver, server) -> {
            DriverException e = failed(() -> read(driver));
            assertThat(e.problem()).isEqualTo(Problem.UNAUTHENTICATED);
            assertThat(e).hasMessageContaining("refused the login of root").hasMessageNotContaining("Geheim");
            assertThat(server.calls("Login")).isEqualTo(1);
            assertThat(failed(() -> read(driver))).hasMessage(e.getMessage());
            assertThat(server.calls("Login")).isEqualTo(1);
        });
    }

    @Test
    void aLockedHostIsClosedForThisWayOnly() throws Exception {
        TestServer.Answering locked = (method, request) ->
                TestServer.fault("NoPermission", "Permission to perform this operation was denied.");
        with(new Esxi().next("Login", locked, locked), (driver, server) -> {
            DriverException e = failed(() -> read(driver));
            assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(e).hasMessageContaining("lockdown mode");
            failed(() -> read(driver));
            assertThat(server.calls("Login")).isEqualTo(1);
        });
    }

    @Test
    void aVersionThatNobodySpeaksIsTold() throws Exception {
        with(new Esxi().version("5.5"), (driver, server) -> {
            assertThat(failed(() -> read(driver))).hasMessageContaining("its API is 5.5, and only 6.0 and later");
            assertThat(server.seen()).doesNotContain("<Login");
        });
        with(new Esxi().version("9.0.0.0"), (driver, server) -> {
            read(driver);
            assertThat(server.seen())
                    .contains("SOAPAction: \"urn:vim25/6.0\"\r\n", "SOAPAction: \"urn:vim25/9.0.0.0\"\r\n");
        });
    }

    @Test
    void tasksAreFollowedToTheirEnd() throws Exception {
        TestServer.Answering started = (method, request) ->
                TestServer.ok(Esxi.response(method, "<returnval type=\"Task\">task-1</returnval>"));
        TestServer.Answering running = Esxi.task("running", "");
        TestServer.Answering names =
                (method, request) -> TestServer.ok(Esxi.response("RetrievePropertiesEx", Esxi.hosts("")));
        String result = "<propSet><name>info.result</name><val xsi:type=\"xsd:string\">fine</val></propSet>";
        String error = "<propSet><name>info.error</name><val xsi:type=\"LocalizedMethodFault\">"
                + "<fault xsi:type=\"InvalidState\"/><localizedMessage>not now</localizedMessage></val></propSet>";
        with(
                new Esxi()
                        .next("ExitMaintenanceMode_Task", started)
                        .next("RetrievePropertiesEx", names, running, HANG_UP, BUSY_ONCE, Esxi.task("success", result)),
                (driver, server) -> {
                    Reply reply = send(driver, TASK);
                    assertThat(reply.tree().orElseThrow().texts("returnval")).containsExactly("fine");
                    assertThat(server.calls("ExitMaintenanceMode_Task")).isEqualTo(1);
                });
        with(
                new Esxi()
                        .next("ExitMaintenanceMode_Task", started)
                        .next("RetrievePropertiesEx", names, Esxi.task("error", error)),
                (driver, server) -> assertThat(send(driver, TASK).body()).isEqualTo("InvalidState: not now"));
        with(
                new Esxi()
                        .next("ExitMaintenanceMode_Task", started)
                        .next(
                                "RetrievePropertiesEx",
                                names,
                                (method, request) -> TestServer.fault("ManagedObjectNotFound", "task gone")),
                (driver, server) ->
                        assertThat(failed(() -> send(driver, TASK)).problem()).isEqualTo(Problem.IN_DOUBT));
        ApiLimits patience = ApiLimits.standard().withTimes(Duration.ofSeconds(20), Duration.ofMillis(900));
        with(
                new Esxi()
                        .next("ExitMaintenanceMode_Task", started)
                        .next("RetrievePropertiesEx", names)
                        .next(
                                "RetrievePropertiesEx",
                                java.util.Collections.nCopies(100, running).toArray(TestServer.Answering[]::new)),
                patience,
                (driver, server) -> {
                    DriverException e = failed(() -> send(driver, TASK));
                    assertThat(e.problem()).isEqualTo(Problem.IN_DOUBT);
                    assertThat(e).hasMessageContaining("its task did not end within");
                });
    }

    private static final TestServer.Answering BUSY_ONCE = Esxi.task("queued", "");

    @Test
    void aSecretIsSentAndNotSaidAgain() throws Exception {
        MethodCommand secret = MethodCommand.of(
                new Handle.Manager("networkSystem"),
                "UpdateVirtualSwitch",
                Node.secret("vswitchName", new SecretRef("env", "CHAP")));
        with(
                new Esxi()
                        .next(
                                "UpdateVirtualSwitch",
                                (method, request) -> TestServer.fault("InvalidArgument", "bad value chap-CHAP here")),
                (driver, server) -> {
                    Reply reply = send(driver, secret);
                    assertThat(server.seen()).contains(">chap-CHAP</vswitchName>");
                    assertThat(reply.body()).isEqualTo("InvalidArgument: bad value *** here");
                });
    }

    /** The licence of the free hypervisor is known before a plan is made. */
    @Test
    void aLicenceWithoutChangesIsKnown() throws Exception {
        String licences = "<objects><obj type=\"LicenseManager\">ha-license-manager</obj><propSet><name>licenses</name>"
                + "<val xsi:type=\"ArrayOfLicenseManagerLicenseInfo\"><LicenseManagerLicenseInfo>"
                + "<licenseKey>00000</licenseKey><editionKey>esxBasic.cpuPackage</editionKey>"
                + "</LicenseManagerLicenseInfo></val></propSet></objects></returnval>";
        with(
                new Esxi()
                        .next(
                                "RetrievePropertiesEx",
                                (method, request) -> TestServer.ok(
                                        Esxi.response(method, Esxi.hosts("").replace("</returnval>", licences)))),
                (driver, server) -> {
                    try (Reader reader = driver.reader(PLACE)) {
                        Map<Query, Reply> replies = reader.ask(List.of(NAME));
                        assertThat(Objects.requireNonNull(replies.get(NAME)).ok())
                                .isTrue();
                        assertThat(reader.barred().values())
                                .singleElement()
                                .asString()
                                .contains("free hypervisor");
                    }
                });
    }
}
