package io.twinpath.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.junit.jupiter.api.Test;

/** Against time servers on loopback that speak NTP over real sockets, and do not, each in its way. */
class ClockProbeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String HERE = "127.0.0.1";

    @Test
    void aServerTellsByHowMuchItIsAhead() throws Exception {
        for (Duration ahead : List.of(Duration.ofSeconds(300), Duration.ofSeconds(-90), Duration.ZERO)) {
            try (TimeServer server = new TimeServer(ahead, packet -> packet)) {
                assertThat(ask(server))
                        .isInstanceOfSatisfying(
                                ServerClock.Told.class,
                                told -> assertThat(told.ahead())
                                        .isBetween(ahead.minusSeconds(1), ahead.plusSeconds(1)));
            }
        }
    }

    @Test
    void aServerThatDoesNotKnowTheTimeIsNotBelieved() throws Exception {
        try (TimeServer lost = new TimeServer(Duration.ZERO, packet -> {
            packet.setLeapIndicator(3);
            return packet;
        })) {
            assertThat(ask(lost)).isEqualTo(new ServerClock.Silent("it does not know the time itself"));
        }
        try (TimeServer goAway = new TimeServer(Duration.ZERO, packet -> {
            packet.setStratum(0);
            return packet;
        })) {
            assertThat(ask(goAway)).isEqualTo(new ServerClock.Silent("it does not know the time itself"));
        }
    }

    @Test
    void silenceIsBounded() throws Exception {
        Duration patience = Duration.ofMillis(300);
        try (DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            ClockProbe probe = new ClockProbe(InstantSource.system(), patience, deaf.getLocalPort());
            assertThat(probe.servers(List.of(HERE, "localhost")).values())
                    .hasSize(2)
                    .allMatch(s -> s instanceof ServerClock.Silent);
            assertThat(probe.servers(List.of())).isEmpty();
        }
    }

    @Test
    void aHostTellsItsTimeInWholeSeconds() throws Exception {
        Instant now = Instant.parse("2022-10-13T07:30:00.500Z");
        ClockProbe probe = new ClockProbe(InstantSource.fixed(now), PATIENCE, 1);
        HostClock right = probe.host(answering("2022-10-13T07:30:00Z"));
        assertThat(right.agrees()).isTrue();
        HostClock late = probe.host(answering("2022-10-13T07:25:00Z\n"));
        assertThat(late.agrees()).isFalse();
        assertThat(late.apart()).isBetween(Duration.ofSeconds(299), Duration.ofSeconds(300));
        assertThat(late.against(Duration.ofMinutes(-5)).agrees()).isTrue();
        assertThatThrownBy(() -> probe.host(answering("yesterday"))).isInstanceOf(UnreadableException.class);
    }

    private static ServerClock ask(TimeServer server) throws InterruptedException {
        ClockProbe probe = new ClockProbe(InstantSource.system(), PATIENCE, server.port());
        return Objects.requireNonNull(probe.servers(List.of(HERE)).get(HERE));
    }

    private static Reader answering(String text) {
        return new Reader() {
            @Override
            public Map<Query, Reply> ask(List<Query> queries) {
                Map<Query, Reply> replies = new LinkedHashMap<>();
                queries.forEach(q -> replies.put(q, new Reply(0, Format.TEXT, text, "test")));
                return replies;
            }

            @Override
            public void close() {}
        };
    }

    /** Answers every request, with a clock of its own. */
    private static final class TimeServer implements AutoCloseable {

        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private final Duration ahead;
        private final UnaryOperator<NtpV3Packet> change;

        TimeServer(Duration ahead, UnaryOperator<NtpV3Packet> change) throws SocketException {
            this.ahead = ahead;
            this.change = change;
            Thread.ofPlatform().daemon().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try {
                while (true) {
                    DatagramPacket request = new DatagramPacket(new byte[48], 48);
                    socket.receive(request);
                    socket.send(answer(request));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private DatagramPacket answer(DatagramPacket request) {
            NtpV3Packet asked = new NtpV3Impl();
            asked.setDatagramPacket(request);
            TimeStamp now = TimeStamp.getNtpTime(System.currentTimeMillis() + ahead.toMillis());
            NtpV3Packet packet = new NtpV3Impl();
            packet.setMode(NtpV3Packet.MODE_SERVER);
            packet.setVersion(NtpV3Packet.VERSION_3);
            packet.setStratum(2);
            packet.setOriginateTimeStamp(asked.getTransmitTimeStamp());
            packet.setReferenceTime(now);
            packet.setReceiveTimeStamp(now);
            packet.setTransmitTime(now);
            DatagramPacket answer = change.apply(packet).getDatagramPacket();
            answer.setSocketAddress(request.getSocketAddress());
            return answer;
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
