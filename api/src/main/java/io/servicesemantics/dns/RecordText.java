package io.servicesemantics.dns;

import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a record from a line of a zone file in which nothing is left out. */
final class RecordText {

  private static final int HEAD = 4;
  private static final int SOA_FIELDS = 7;
  private static final int SRV_FIELDS = 4;
  private static final int LONGEST = 65536;

  private RecordText() {}

  /** The record; null for text that is none. */
  static @Nullable DnsRecord read(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    List<String> fields = fields(line, HEAD + 1);
    if (fields.size() != HEAD + 1 || !fields.get(2).equals("IN")) {
      return null;
    }
    DnsName owner = DnsName.tryParse(fields.get(0)).orElse(null);
    Integer ttl = Ints.tryParse(fields.get(1));
    RecordType type = RecordType.tryParse(fields.get(3)).orElse(null);
    if (owner == null || ttl == null || ttl < 0 || type == null) {
      return null;
    }
    RecordData data = data(type, fields.get(HEAD));
    return data == null ? null : new DnsRecord(owner, ttl, data);
  }

  private static @Nullable RecordData data(RecordType type, String text) {
    if (type.equals(RecordType.A) || type.equals(RecordType.AAAA)) {
      IpFamily family = type.equals(RecordType.A) ? IpFamily.IPV4 : IpFamily.IPV6;
      return IpAddress.tryParse(text)
          .filter(address -> address.family() == family)
          .map(RecordData.Address::new)
          .orElse(null);
    }
    if (type.equals(RecordType.CNAME)) {
      return name(text).map(RecordData.Cname::new).orElse(null);
    }
    if (type.equals(RecordType.NS)) {
      return name(text).map(RecordData.Ns::new).orElse(null);
    }
    if (type.equals(RecordType.PTR)) {
      return name(text).map(RecordData.Ptr::new).orElse(null);
    }
    if (type.equals(RecordType.SRV)) {
      return service(fields(text, Integer.MAX_VALUE));
    }
    if (type.equals(RecordType.SOA)) {
      return start(fields(text, Integer.MAX_VALUE));
    }
    if (type.equals(RecordType.TXT)) {
      return CharacterString.read(text).map(RecordData.Txt::new).orElse(null);
    }
    return RecordData.Other.isOneLine(text) ? new RecordData.Other(type, text) : null;
  }

  // A name alone; a blank would begin another field.
  private static Optional<DnsName> name(String text) {
    return fields(text, 2).size() == 1 ? DnsName.tryParse(text) : Optional.empty();
  }

  // What stands between blanks that are not escaped; the last of so many fields takes all the rest.
  private static List<String> fields(String text, int most) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length() && fields.size() < most - 1; i++) {
      char letter = text.charAt(i);
      if (letter == '\\') {
        i++;
      } else if (letter == ' ') {
        fields.add(text.substring(from, i));
        from = i + 1;
      }
    }
    fields.add(text.substring(from));
    return fields;
  }

  private static @Nullable RecordData service(List<String> fields) {
    if (fields.size() != SRV_FIELDS) {
      return null;
    }
    Integer priority = number(fields.get(0));
    Integer weight = number(fields.get(1));
    Integer port = number(fields.get(2));
    DnsName target = DnsName.tryParse(fields.get(3)).orElse(null);
    return priority == null || weight == null || port == null || target == null
        ? null
        : new RecordData.Srv(priority, weight, port, target);
  }

  private static @Nullable Integer number(String text) {
    Integer number = Ints.tryParse(text);
    return number == null || number < 0 || number > 0xffff ? null : number;
  }

  private static @Nullable RecordData start(List<String> fields) {
    if (fields.size() != SOA_FIELDS) {
      return null;
    }
    DnsName primary = DnsName.tryParse(fields.get(0)).orElse(null);
    DnsName mailbox = DnsName.tryParse(fields.get(1)).orElse(null);
    long[] numbers = new long[SOA_FIELDS - 2];
    for (int i = 0; i < numbers.length; i++) {
      Long number = Longs.tryParse(fields.get(i + 2));
      if (number == null || number < 0 || number > 0xffff_ffffL) {
        return null;
      }
      numbers[i] = number;
    }
    return primary == null || mailbox == null
        ? null
        : new RecordData.Soa(
            primary, mailbox, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }
}
