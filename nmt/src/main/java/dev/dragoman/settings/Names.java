package dev.dragoman.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Java names → names in files: {@code learningRate} is {@code learning-rate}. */
final class Names {
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private Names() {}

  static String ofComponent(String camelCase) {
    return WORD_BOUNDARY.matcher(camelCase).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a variant: its class name, without the interface's name at the end if it has it.
   */
  static String ofVariant(Class<?> variant, Class<?> sealedType) {
    String name = variant.getSimpleName();
    String family = sealedType.getSimpleName();
    boolean saysFamily = name.endsWith(family) && name.length() > family.length();
    return ofComponent(saysFamily ? name.substring(0, name.length() - family.length()) : name);
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * Whether {@code key} lies somewhere below the section {@code path}; the root holds every key.
   */
  static boolean isBelow(String path, String key) {
    return path.isEmpty() || key.startsWith(path + ".");
  }

  static String parent(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
