package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.fault.FieldPath;
import java.util.Optional;

/**
 * Rules an IPAddress must meet.
 *
 * <p>Source: {@code pkg/apis/networking/validation/validation.go}, ValidateIPAddress and
 * ValidateIPAddressUpdate (api 1.5).
 */
final class IpAddressRules {

  private static final FieldPath PARENT = FieldPath.of("spec").child("parentRef");

  // the name is the address, in its one canonical spelling
  private static final NameRule NAME =
      (name, asPrefix) -> {
        String fault = AddressRules.canonicalAddressFault(name);
        return fault.isEmpty() ? ImmutableList.of() : ImmutableList.of(fault);
      };

  private IpAddressRules() {}

  static void check(IpAddressObject object, Faults faults) {
    MetadataRules.check(object.metadata(), false, NAME, faults);
    MetadataRules.checkFinalizerNames(object.metadata().finalizers(), faults);
    checkParent(object.spec().parentRef(), faults);
  }

  static void checkUpdate(IpAddressObject object, IpAddressObject old, Faults faults) {
    MetadataUpdateRules.check(object.metadata(), old.metadata(), faults);
    MetadataRules.checkFinalizerNames(object.metadata().finalizers(), faults);
    if (!object.spec().parentRef().equals(old.spec().parentRef())) {
      faults.invalidShown(
          PARENT, faults.values().parent(object.spec().parentRef()), MetadataUpdateRules.IMMUTABLE);
    }
  }

  private static void checkParent(Optional<ParentReference> reference, Faults faults) {
    if (reference.isEmpty()) {
      faults.required(PARENT, "");
      return;
    }
    ParentReference parent = reference.get();
    if (!parent.group().isEmpty()) {
      for (String detail : Names.subdomain(parent.group())) {
        faults.invalid(PARENT.child("group"), parent.group(), detail);
      }
    }
    checkRequired(parent.resource(), PARENT.child("resource"), faults);
    checkRequired(parent.name(), PARENT.child("name"), faults);
    if (!parent.namespace().isEmpty()) {
      checkSegment(parent.namespace(), PARENT.child("namespace"), faults);
    }
  }

  private static void checkRequired(String text, FieldPath path, Faults faults) {
    if (text.isEmpty()) {
      faults.required(path, "");
    } else {
      checkSegment(text, path, faults);
    }
  }

  private static void checkSegment(String text, FieldPath path, Faults faults) {
    for (String detail : Names.pathSegment(text, false)) {
      faults.invalid(path, text, detail);
    }
  }
}
