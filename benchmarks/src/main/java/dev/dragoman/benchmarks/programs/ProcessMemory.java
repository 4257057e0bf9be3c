package dev.dragoman.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process as Linux counts it, all of it: heap, compiled code, libraries. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KILOBYTES_IN_MEGABYTE = 1024;

  private ProcessMemory() {}

  /** Resident now, in MB; 0 where the system does not say. */
  static long residentMegabytes() {
    return megabytes("VmRSS:");
  }

  /** Most that was ever resident, in MB; 0 where the system does not say. */
  static long peakMegabytes() {
    return megabytes("VmHWM:");
  }

  private static long megabytes(String field) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_IN_MEGABYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
