package dev.dragoman.cli;

import dev.dragoman.tensor.Backend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * What {@code dragoman bench} measured.
 *
 * @param threads threads that everything but {@code one} used
 * @param parameters of the model
 * @param one peaks of one thread
 * @param all peaks of all threads
 * @param rates training first, then translating
 */
record BenchReport(int threads, long parameters, Peaks one, Peaks all, List<Rate> rates) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double GIGA = 1e9;

  /**
   * What the machine does at best, in operations per second.
   *
   * @param multiplyAdds in registers
   * @param products in matrix products
   */
  record Peaks(double multiplyAdds, double products) {}

  /**
   * How fast one thing was.
   *
   * @param kind training or translating
   * @param name in which way
   * @param tokensPerSecond target tokens per second
   * @param share of the peak of all threads, from 0 to 1
   */
  record Rate(String kind, String name, double tokensPerSecond, double share) {}

  /** Copies the list. */
  BenchReport {
    rates = List.copyOf(rates);
  }

  /** For people: at most 80 columns. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%-12s %s, %d processors, Java %s",
            "machine", architecture(), processors(), Runtime.version().feature()));
    lines.add(format("%-12s %s", "kernels", Backend.name()));
    lines.add(format("%-12s %,d parameters, as in the quickstart", "model", parameters));
    lines.add("");
    lines.add(format("%-43s %10s %12s", "GFLOP/s", "1 thread", threadsText()));
    lines.add(peak("peak", "multiply-adds in registers", one.multiplyAdds(), all.multiplyAdds()));
    lines.add(peak("", "matrix products 1024³", one.products(), all.products()));
    lines.add(
        format(
            "%-12s %-30s %9.0f%% %11.0f%%",
            "",
            "share of the peak",
            100 * one.products() / one.multiplyAdds(),
            100 * all.products() / all.multiplyAdds()));
    lines.add("");
    lines.add(format("%-43s %10s %12s", "target tokens/s, " + threadsText(), "", "of the peak"));
    String kind = "";
    for (Rate rate : rates) {
      String label = rate.kind().equals(kind) ? "" : rate.kind();
      kind = rate.kind();
      lines.add(
          format(
              "%-12s %-30s %,10.0f %11.0f%%",
              label, rate.name(), rate.tokensPerSecond(), 100 * rate.share()));
    }
    return lines;
  }

  private static String peak(String label, String name, double ofOne, double ofAll) {
    return format("%-12s %-30s %10.1f %12.1f", label, name, ofOne / GIGA, ofAll / GIGA);
  }

  private String threadsText() {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private static String architecture() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** For machines: one line. */
  String json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("architecture", architecture());
    object.put("processors", processors());
    object.put("java", Runtime.version().toString());
    object.put("kernels", Backend.name());
    object.put("threads", threads);
    object.put("parameters", parameters);
    object.put("peakOfOneThread", peaks(one));
    object.put("peak", peaks(all));
    List<Map<String, Object>> each = new ArrayList<>();
    for (Rate rate : rates) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("what", rate.kind() + ", " + rate.name());
      fields.put("targetTokensPerSecond", rate.tokensPerSecond());
      fields.put("shareOfPeak", rate.share());
      each.add(fields);
    }
    object.put("rates", each);
    return JSON.writeValueAsString(object);
  }

  private static Map<String, Double> peaks(Peaks peaks) {
    Map<String, Double> fields = new LinkedHashMap<>();
    fields.put("multiplyAddGflops", peaks.multiplyAdds() / GIGA);
    fields.put("matrixProductGflops", peaks.products() / GIGA);
    return fields;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
