package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;

/** What a release warns of in the spelling of addresses and networks it takes. */
interface AddressWarnings {

  /** Whether it warns of addresses in any place, and not only in the spec of a Service. */
  boolean areOfAllKinds();

  /** Returns the warning without the field it is about; empty text where there is none. */
  String ofAddress(String text);

  /** Returns the warnings without the field they are about. */
  ImmutableList<String> ofCidr(String text);
}
