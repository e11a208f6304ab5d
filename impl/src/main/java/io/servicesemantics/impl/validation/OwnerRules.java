package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.OwnerReference;
import java.util.Optional;

/**
 * Rules about the objects that an object belongs to.
 *
 * <p>Source: {@code apimachinery/pkg/api/validation/objectmeta.go}, ValidateOwnerReferences (api
 * 3.1.7).
 */
final class OwnerRules {

  private static final FieldPath OWNERS = FieldPath.of("metadata").child("ownerReferences");
  private static final String EMPTY = "must not be empty";

  private OwnerRules() {}

  static void check(ImmutableList<OwnerReference> owners, Faults faults) {
    String controller = "";
    String shown = "";
    for (int i = 0; i < owners.size(); i++) {
      OwnerReference owner = owners.get(i);
      checkOne(owner, faults);
      if (owner.controller().equals(Optional.of(true))) {
        String name = owner.kind() + "/" + owner.name();
        if (controller.isEmpty()) {
          controller = name;
        } else {
          // each fault shows the whole list, which is made but once
          shown = shown.isEmpty() ? faults.values().owners(owners) : shown;
          faults.invalidShown(
              OWNERS,
              shown,
              "Only one reference can have Controller set to true. Found \"true\" in references"
                  + " for "
                  + controller
                  + " and "
                  + name);
        }
      }
    }
  }

  private static void checkOne(OwnerReference owner, Faults faults) {
    if (!hasVersion(owner.apiVersion())) {
      faults.invalid(OWNERS.child("apiVersion"), owner.apiVersion(), "version must not be empty");
    }
    if (owner.kind().isEmpty()) {
      faults.invalid(OWNERS.child("kind"), owner.kind(), empty("kind", faults));
    }
    if (owner.name().isEmpty()) {
      faults.invalid(OWNERS.child("name"), owner.name(), empty("name", faults));
    }
    if (owner.uid().isEmpty()) {
      faults.invalid(OWNERS.child("uid"), owner.uid(), empty("uid", faults));
    }
    boolean isOfCoreV1 = owner.apiVersion().equals("v1") || owner.apiVersion().equals("/v1");
    if (isOfCoreV1 && owner.kind().equals("Event")) {
      faults.invalidShown(
          OWNERS,
          faults.values().owner(owner),
          "/v1, Kind=Event is disallowed from being an owner");
    }
  }

  private static String empty(String field, Faults faults) {
    return faults.wording().ownerFieldsNamed() ? field + " " + EMPTY : EMPTY;
  }

  // schema.FromAPIVersionAndKind: what has two slashes has neither group nor version.
  private static boolean hasVersion(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash + 1 < apiVersion.length() && apiVersion.indexOf('/', slash + 1) < 0;
  }
}
