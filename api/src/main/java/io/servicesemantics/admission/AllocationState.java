package io.servicesemantics.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import java.util.Optional;

/**
 * Which addresses and ports are held, and by whom.
 *
 * <p>It is immutable: taking and giving back make the next state, which shares with this one all
 * that did not change, at a cost that does not grow with the number of Services. Two states are
 * equal when they have the same ranges and the same holders of the same numbers, however they came
 * about.
 */
public interface AllocationState {

  /**
   * {@return the families the cluster is set up for, those of its default ServiceCIDR, the primary
   * one first; no address of another family is given, whatever ServiceCIDRs there are}
   */
  ImmutableList<IpFamily> families();

  /**
   * {@return the networks addresses come from, those of ServiceCIDRs that are not ready included,
   * in the order given}
   */
  ImmutableList<Cidr> networks();

  /** {@return the ports node ports come from} */
  PortRange nodePortRange();

  /**
   * Takes an address that was asked for (api 6.2).
   *
   * @param address the address
   * @param holder who is to hold it
   * @return the next state, or why it cannot be had
   */
  Allocation<IpAddress> take(IpAddress address, AllocationHolder holder);

  /**
   * Takes any free address: of the dynamic band, and of the static one when that is full (api 6.1).
   *
   * @param family its family
   * @param holder who is to hold it
   * @param picker how it is picked
   * @param draw what tells this draw from others
   * @return the next state, or why none can be had
   */
  Allocation<IpAddress> pick(
      IpFamily family, AllocationHolder holder, NumberPicker picker, long draw);

  /**
   * Takes a node port that was asked for (api 6.4).
   *
   * @param port the port, right or wrong
   * @param holder who is to hold it
   * @return the next state, or why it cannot be had
   */
  Allocation<Integer> takePort(int port, AllocationHolder holder);

  /**
   * Takes any free node port: of the dynamic band, and of the static one when that is full (api
   * 6.4).
   *
   * @param holder who is to hold it
   * @param picker how it is picked
   * @param draw what tells this draw from others
   * @return the next state, or why none can be had
   */
  Allocation<Integer> pickPort(AllocationHolder holder, NumberPicker picker, long draw);

  /**
   * Gives an address back, whoever holds it.
   *
   * @param address the address
   * @return the next state; this one where nobody holds it
   */
  AllocationState release(IpAddress address);

  /**
   * Gives a node port back, whoever holds it: the server does not ask (api 6.7).
   *
   * @param port the port
   * @return the next state; this one where nobody holds it
   */
  AllocationState releasePort(int port);

  /**
   * Returns who holds an address.
   *
   * @param address the address
   * @return the holder, if there is one
   */
  Optional<AllocationHolder> holderOf(IpAddress address);

  /**
   * Returns who holds a node port.
   *
   * @param port the port
   * @return the holder, if there is one
   */
  Optional<AllocationHolder> holderOfPort(int port);

  /**
   * Returns how many addresses of a family are held.
   *
   * @param family the family
   * @return how many, those found outside all networks included
   */
  long heldAddresses(IpFamily family);

  /** {@return how many node ports are held, those found outside the range included} */
  int heldPorts();

  /**
   * Returns how many addresses of a family can still be given.
   *
   * @param family the family
   * @return how many are free in the ready networks, those in several of them once; {@link
   *     Long#MAX_VALUE} where that is more
   */
  long freeAddresses(IpFamily family);

  /** {@return how much of each network is held, in the order of {@link #networks}} */
  ImmutableList<NetworkUsage> networkUsage();

  /** {@return how much of the node ports is held} */
  PortUsage portUsage();

  /**
   * {@return what did not fit when the state was made from a cluster as found; it is not looked at
   * again by later steps}
   */
  ImmutableList<AllocationConflict> conflicts();
}
