package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoAddressTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "255.255.255.255",
        "::",
        "1::",
        "::1",
        "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4",
        "FE80::1%eth0"
      })
  void textThatGoReads_hasNoFault(String text) {
    assertThat(GoAddressText.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo|unable to parse IP",
        "%a|missing IPv6 address",
        "010.0.0.1|IPv4 field has octet with leading zero",
        "256.0.0.1|IPv4 field has value >255",
        "1.2.3|IPv4 address too short",
        "1.2.3.4.5|IPv4 address too long",
        "1..2.3|IPv4 field must have at least one digit (at \".2.3\")",
        "1.2.3.|IPv4 field must have at least one digit (at \".\")",
        "1.2.3.x|unexpected character (at \"x\")",
        "1.2.3.4 |unexpected character (at \" \")",
        "1:2|address string too short",
        "1:2:3:4:5:6:7:8:9|trailing garbage after address (at \"9\")",
        "::1::2|multiple :: in address (at \":2\")",
        "12345::|each group must have 4 or less digits (at \"12345::\")",
        "1:g::|each colon-separated field must have at least one digit (at \"g::\")",
        "1:2:|colon must be followed by more characters (at \":\")",
        "1:2x::|unexpected character, want colon (at \"x::\")",
        "1:2:3:4:5:6:7::8|the :: must expand to at least one field of zeros",
        "::1.2.3.4:5|unexpected character (at \":5\")",
        "1:1.2.3.4|embedded IPv4 address must replace the final 2 fields of the address (at"
            + " \"1.2.3.4\")",
        "fe80::1%|zone must be a non-empty string"
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void textThatGoRefuses_isToldInItsWords(String text, String words) {
    assertThat(GoAddressText.fault(text)).isEqualTo("ParseAddr(\"" + text + "\"): " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0|no '/'",
        "10.0.0.0/08|bad bits after slash: \"08\"",
        "10.0.0.0/+8|bad bits after slash: \"+8\"",
        "10.0.0.0/|bad bits after slash: \"\"",
        "10.0.0.0/33|prefix length out of range",
        "fe80::%a/64|IPv6 zones cannot be present in a prefix",
        "x/8|ParseAddr(\"x\"): unable to parse IP"
      })
  void networkThatGoRefuses_isToldInItsWords(String text, String words) {
    assertThat(GoAddressText.prefixFault(text))
        .isEqualTo("netip.ParsePrefix(\"" + text + "\"): " + words);
  }

  @Property
  void whatKubernetesTakesAsWritten_goReads(
      @ForAll
          @StringLength(max = 24)
          @Chars({':', '.', '/', 'a', 'f'})
          @CharRange(from = '0', to = '9')
          String text) {
    if (IpAddress.tryParse(text).isPresent()) {
      assertThat(GoAddressText.fault(text)).isEmpty();
    }
    if (Cidr.tryParse(text).isPresent()) {
      assertThat(GoAddressText.prefixFault(text)).isEmpty();
    }
  }
}
