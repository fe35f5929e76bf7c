package io.twinpath.lab.ssh;

import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.io.IoServiceEventListenerManager;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.jspecify.annotations.Nullable;

/** One host's view of the shared sockets: its own listener, and closing it leaves the others alone. */
final class SharedSockets extends AbstractCloseable implements IoServiceFactory {

    private final IoServiceFactory shared;
    private final IoServiceEventListenerManager host;
    private @Nullable IoServiceEventListener listener;

    SharedSockets(IoServiceFactory shared, IoServiceEventListenerManager host) {
        this.shared = shared;
        this.host = host;
    }

    @Override
    public IoConnector createConnector(IoHandler handler) {
        throw new UnsupportedOperationException("a simulated host connects to nothing");
    }

    @Override
    public IoAcceptor createAcceptor(IoHandler handler) {
        IoAcceptor acceptor = shared.createAcceptor(handler);
        acceptor.setIoServiceEventListener(host.getIoServiceEventListener());
        return acceptor;
    }

    @Override
    public @Nullable IoServiceEventListener getIoServiceEventListener() {
        return listener;
    }

    @Override
    public void setIoServiceEventListener(@Nullable IoServiceEventListener listener) {
        this.listener = listener;
    }
}
