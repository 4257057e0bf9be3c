package dev.dragoman.word2vec;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text file of vectors: a word and numbers, separated by blanks. The numbers are the
 * last ones, since a word may have blanks in it (some GloVe files have such).
 */
final class VectorLine {

  private final ByteWindow bytes;

  /** Where each field begins and ends. */
  private final List<int[]> fields;

  private VectorLine(ByteWindow bytes, List<int[]> fields) {
    this.bytes = bytes;
    this.fields = fields;
  }

  /** The line at bytes [from, to). */
  static VectorLine of(ByteWindow bytes, int from, int to) {
    List<int[]> fields = new ArrayList<>();
    int begin = from;
    for (int place = from; place <= to; place++) {
      if (place == to || isBlank(bytes.at(place))) {
        if (place > begin) {
          fields.add(new int[] {begin, place});
        }
        begin = place + 1;
      }
    }
    return new VectorLine(bytes, fields);
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Whether there are at least so many fields and the last ones look like numbers. */
  boolean endsWithNumbers(int count) {
    return fields.size() > count && numbersAtEnd(count) == count;
  }

  /** Adds the word and its numbers; rows of unknown size take this line's. */
  void addTo(VectorRows rows, String where) {
    if (!rows.sizeIsKnown()) {
      rows.setSize(Math.min(numbersAtEnd(fields.size()), fields.size() - 1), where);
    }
    int wordFields = fields.size() - rows.size();
    boolean moreNumbers = wordFields > 1 && isNumber(wordFields - 1);
    if (wordFields < 1 || moreNumbers) {
      throw new Word2VecException(
          where
              + ": expected a word and "
              + rows.size()
              + " numbers, got "
              + fields.size()
              + " fields: '"
              + VectorFileReader.shortened(bytes.latin1(fields.getFirst()[0], fields.getLast()[1]))
              + "'");
    }
    rows.begin(word(wordFields, where), where);
    for (int[] field : fields.subList(wordFields, fields.size())) {
      rows.add(number(field, where), where);
    }
  }

  private String word(int wordFields, String where) {
    int from = fields.getFirst()[0];
    int to = fields.get(wordFields - 1)[1];
    String word = bytes.utf8(from, to);
    if (word == null) {
      throw new Word2VecException(
          where
              + ": the word is not UTF-8: '"
              + VectorFileReader.shortened(bytes.latin1(from, to))
              + "'");
    }
    return word;
  }

  private float number(int[] field, String where) {
    String digits = bytes.latin1(field[0], field[1]);
    try {
      if (isNumber(field)) {
        return Float.parseFloat(digits);
      }
    } catch (NumberFormatException e) {
      // said below, with file and line
    }
    throw new Word2VecException(
        where + ": expected a number, got '" + VectorFileReader.shortened(digits) + "'");
  }

  private int numbersAtEnd(int most) {
    int count = 0;
    while (count < most && isNumber(fields.size() - 1 - count)) {
      count++;
    }
    return count;
  }

  private boolean isNumber(int index) {
    return isNumber(fields.get(index));
  }

  /** Digits, signs, point and exponent with at least one digit: no 'nan', no hexadecimal. */
  private boolean isNumber(int[] field) {
    boolean digit = false;
    for (int place = field[0]; place < field[1]; place++) {
      byte c = bytes.at(place);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return digit;
  }
}
