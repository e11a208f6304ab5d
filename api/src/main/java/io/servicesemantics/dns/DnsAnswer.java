package io.servicesemantics.dns;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a name server: a code and three sections of records.
 *
 * <p>A {@link DnsZone} hands out answers that hold no records but make them anew each time they are
 * asked for. Real servers promise no order of records, but that a CNAME stands before what it leads
 * to (dns 9.2); a zone gives them in the order of its objects.
 */
public abstract class DnsAnswer {

  /** Makes an answer; for name servers. */
  protected DnsAnswer() {}

  /**
   * Returns an answer without records.
   *
   * @param code the response code
   * @return the answer, with no authority behind it
   */
  public static DnsAnswer of(ResponseCode code) {
    return of(code, false, ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
  }

  /**
   * Returns an answer.
   *
   * @param code the response code
   * @param isAuthoritative whether the server answers for the zone itself (AA)
   * @param answer the records asked for
   * @param authority the records that say who answers for the zone
   * @param additional the records that spare further questions
   * @return the answer
   */
  public static DnsAnswer of(
      ResponseCode code,
      boolean isAuthoritative,
      ImmutableList<DnsRecord> answer,
      ImmutableList<DnsRecord> authority,
      ImmutableList<DnsRecord> additional) {
    return new PlainAnswer(code, isAuthoritative, false, answer, authority, additional);
  }

  /** {@return what the server makes of the question} */
  public abstract ResponseCode responseCode();

  /** {@return whether the server answers for the zone itself (AA)} */
  public abstract boolean isAuthoritative();

  /** {@return whether records are missing for want of room (TC)} */
  public boolean isTruncated() {
    return false;
  }

  /** {@return the records asked for; empty where there are none} */
  public abstract ImmutableList<DnsRecord> answer();

  /** {@return the records that say who answers for the zone: an SOA where there is no answer} */
  public abstract ImmutableList<DnsRecord> authority();

  /** {@return the records that spare further questions} */
  public abstract ImmutableList<DnsRecord> additional();

  /**
   * {@return whether the name exists and has no record of the type: NODATA (RFC 2308 section 2.2)}
   */
  public boolean isNoData() {
    return responseCode() == ResponseCode.NOERROR && answer().isEmpty();
  }

  /** {@return whether the other answer says the same, its records in the same order} */
  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DnsAnswer that
            && responseCode() == that.responseCode()
            && isAuthoritative() == that.isAuthoritative()
            && isTruncated() == that.isTruncated()
            && answer().equals(that.answer())
            && authority().equals(that.authority())
            && additional().equals(that.additional()));
  }

  @Override
  public final int hashCode() {
    return Objects.hash(responseCode(), answer(), authority(), additional());
  }

  /** {@return the code and a line for each record, as {@code dig} shows them} */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder(responseCode().name());
    text.append(isAuthoritative() ? " aa" : "").append(isTruncated() ? " tc" : "");
    append(text, "", answer());
    append(text, "authority: ", authority());
    append(text, "additional: ", additional());
    return text.toString();
  }

  private static void append(StringBuilder text, String section, ImmutableList<DnsRecord> records) {
    for (DnsRecord record : records) {
      text.append("\n  ").append(section).append(record);
    }
  }
}
