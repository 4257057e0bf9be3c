package dev.dragoman.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A disk that fails at one of its changes, and perhaps at all that follow. */
final class FailingDisk implements Disk {
  private final int failsAt;
  private final boolean staysDead;
  private int changes;

  private FailingDisk(int failsAt, boolean staysDead) {
    this.failsAt = failsAt;
    this.staysDead = staysDead;
  }

  /** One change fails, counted from 0. */
  static FailingDisk failingOnce(int change) {
    return new FailingDisk(change, false);
  }

  /** Nothing works from one change on, as if the process had been killed there. */
  static FailingDisk dyingAt(int change) {
    return new FailingDisk(change, true);
  }

  /** How many changes were asked for. */
  int changes() {
    return changes;
  }

  private boolean fails() {
    int change = changes++;
    return staysDead ? change >= failsAt : change == failsAt;
  }

  private void act() throws IOException {
    if (fails()) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    act();
    REAL.createFolder(folder);
  }

  /** A failing write leaves half of what fits into its first buffer. */
  @Override
  public void write(Path file, FileContent content) throws IOException {
    if (!fails()) {
      REAL.write(file, content);
      return;
    }
    REAL.write(file, out -> content.writeTo(new FullChannel(out)));
  }

  private record FullChannel(WritableByteChannel out) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      out.write(bytes.slice(bytes.position(), bytes.remaining() / 2));
      throw new IOException("No space left on device");
    }

    @Override
    public boolean isOpen() {
      return out.isOpen();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  @Override
  public void flushNames(Path folder) throws IOException {
    act();
    REAL.flushNames(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    act();
    REAL.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    act();
    REAL.delete(path);
  }
}
