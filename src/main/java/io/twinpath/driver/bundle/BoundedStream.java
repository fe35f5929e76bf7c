package io.twinpath.driver.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in an error after so many bytes, however small the file is that they come from. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    /** By reading, so that what is passed over counts as well. */
    @Override
    public long skip(long n) throws IOException {
        byte[] nowhere = new byte[Math.clamp(n, 0, 1 << 16)];
        int read = read(nowhere, 0, nowhere.length);
        return Math.max(read, 0);
    }

    private void count(int n) throws MalformedArchiveException {
        left -= n;
        if (left < 0) {
            throw new MalformedArchiveException("it unpacks to more than any bundle does");
        }
    }
}
