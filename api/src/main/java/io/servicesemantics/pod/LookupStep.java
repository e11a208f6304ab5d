package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.ResponseCode;
import java.util.Optional;

/**
 * One name that is asked about in the course of a look-up.
 *
 * @param name the name; empty where the library puts a question that cannot be read
 * @param answers what the server answers, one for each type asked for; empty with such a question
 */
public record LookupStep(Optional<DnsName> name, ImmutableList<DnsAnswer> answers) {

  /** Checks that a name was answered. */
  public LookupStep {
    checkNotNull(name, "Name of a look-up is null; expected one, or empty");
    checkArgument(
        name.isPresent() != answers.isEmpty(),
        "Answers about \"%s\": \"%s\"; expected one for each type asked for",
        name,
        answers);
  }

  /** {@return the response code; of several, that of the answer with records, or the first} */
  public ResponseCode responseCode() {
    for (DnsAnswer answer : answers) {
      if (!answer.answer().isEmpty()) {
        return answer.responseCode();
      }
    }
    return answers.isEmpty() ? ResponseCode.FORMERR : answers.get(0).responseCode();
  }

  /** {@return the name and the response code} */
  @Override
  public String toString() {
    return name.map(DnsName::toString).orElse("(malformed)") + " " + responseCode();
  }
}
