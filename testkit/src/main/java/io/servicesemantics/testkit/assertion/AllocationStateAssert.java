package io.servicesemantics.testkit.assertion;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on which addresses and ports are held, and by whom. */
public final class AllocationStateAssert
    extends AbstractAssert<AllocationStateAssert, AllocationState> {

  AllocationStateAssert(AllocationState actual) {
    super(actual, AllocationStateAssert.class);
  }

  /**
   * Checks who holds an address.
   *
   * @param address the address
   * @param holder who is expected to
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert isHeldBy(String address, AllocationHolder holder) {
    isNotNull();
    return check(
        "holder of " + address, Optional.of(holder), actual.holderOf(IpAddress.parse(address)));
  }

  /**
   * Checks who holds a node port.
   *
   * @param port the port
   * @param holder who is expected to
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert isPortHeldBy(int port, AllocationHolder holder) {
    isNotNull();
    return check("holder of " + port, Optional.of(holder), actual.holderOfPort(port));
  }

  /**
   * Checks that nobody holds an address.
   *
   * @param address the address
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert isFree(String address) {
    isNotNull();
    return check(
        "holder of " + address, Optional.empty(), actual.holderOf(IpAddress.parse(address)));
  }

  /**
   * Checks that nobody holds a node port.
   *
   * @param port the port
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert isPortFree(int port) {
    isNotNull();
    return check("holder of " + port, Optional.empty(), actual.holderOfPort(port));
  }

  /**
   * Checks how many numbers are held.
   *
   * @param ipv4 IPv4 addresses
   * @param ipv6 IPv6 addresses
   * @param ports node ports
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert holds(long ipv4, long ipv6, int ports) {
    isNotNull();
    return check(
        "IPv4 addresses, IPv6 addresses and ports held",
        ipv4 + ", " + ipv6 + ", " + ports,
        actual.heldAddresses(IpFamily.IPV4)
            + ", "
            + actual.heldAddresses(IpFamily.IPV6)
            + ", "
            + actual.heldPorts());
  }

  /**
   * Checks that as many numbers are held as in another state.
   *
   * @param other the other state
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AllocationStateAssert holdsAsManyAs(AllocationState other) {
    return holds(
        other.heldAddresses(IpFamily.IPV4), other.heldAddresses(IpFamily.IPV6), other.heldPorts());
  }

  private AllocationStateAssert check(String name, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found, expected, "Expected %s to be%n  %s%nbut was%n  %s", name, expected, found);
    }
    return this;
  }
}
