package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.admission.ServiceValidator;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.Optional;

/**
 * Judges objects as the API server does.
 *
 * <p>Beside whole answers it gives the checks that the server makes at other steps of a request:
 * {@link #checkClusterIps}, {@link #checkMetadata} and {@link #checkMetadataUpdate}.
 */
public final class StandardValidator implements ServiceValidator {

  private static final FieldPath PARENT_NAME =
      FieldPath.of("spec").child("parentRef").child("name");

  private final ReleaseRules rules;

  /**
   * Makes a validator.
   *
   * @param gates the feature gates of the cluster
   * @param quirks what its release does otherwise than the newest one
   */
  public StandardValidator(FeatureGates gates, Quirks quirks) {
    this.rules = ReleaseRules.of(gates, quirks);
  }

  /** {@return how the release words faults} */
  public Wording wording() {
    return rules.wording();
  }

  @Override
  public ImmutableList<FieldError> validate(Service service) {
    Faults faults = rules.faults();
    CreateRules.check(new Proposal(service, null, rules), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(Service service, Service old) {
    Faults faults = rules.faults();
    UpdateRules.check(new Proposal(service, old, rules), old, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateStatusUpdate(Service service, Service old) {
    Faults faults = rules.faults();
    StatusRules.check(service, old, rules, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(Service service) {
    return Warnings.of(service, rules.warnings());
  }

  @Override
  public ImmutableList<String> statusWarnings(Service service) {
    return Warnings.ofStatus(service, rules.warnings());
  }

  @Override
  public ImmutableList<FieldError> validate(EndpointSlice slice) {
    Faults faults = rules.faults();
    EndpointSliceRules.check(slice, rules.strictAddresses(), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(EndpointSlice slice, EndpointSlice old) {
    Faults faults = rules.faults();
    EndpointSliceRules.checkUpdate(slice, old, rules.strictAddresses(), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(EndpointSlice slice) {
    return EndpointSliceRules.createWarnings(slice, rules.warnings().addresses());
  }

  @Override
  public ImmutableList<String> updateWarnings(EndpointSlice slice) {
    return EndpointSliceRules.updateWarnings(slice, rules.warnings().addresses());
  }

  @Override
  public ImmutableList<FieldError> validate(Endpoints endpoints) {
    Faults faults = rules.faults();
    EndpointsRules.check(endpoints, rules.strictAddresses(), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(Endpoints endpoints, Endpoints old) {
    Faults faults = rules.faults();
    EndpointsRules.checkUpdate(endpoints, old, rules.strictAddresses(), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(Endpoints endpoints) {
    return EndpointsRules.warnings(endpoints, rules.warnings());
  }

  @Override
  public ImmutableList<FieldError> validate(ServiceCidr serviceCidr) {
    Faults faults = rules.faults();
    ServiceCidrRules.check(serviceCidr, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(ServiceCidr serviceCidr, ServiceCidr old) {
    Faults faults = rules.faults();
    ServiceCidrRules.checkUpdate(serviceCidr, old, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validate(IpAddressObject ipAddress) {
    Faults faults = rules.faults();
    IpAddressRules.check(ipAddress, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(IpAddressObject ipAddress, IpAddressObject old) {
    Faults faults = rules.faults();
    IpAddressRules.checkUpdate(ipAddress, old, faults);
    return faults.toList();
  }

  /**
   * Checks cluster addresses, families and their policy alone, as the server does before it
   * allocates.
   *
   * <p>Source: {@code pkg/apis/core/validation/validation.go},
   * ValidateServiceClusterIPsRelatedFields (api 3.4).
   *
   * @param spec what is asked for
   * @param old the stored Service on update, whose addresses are taken again whatever their
   *     spelling
   * @param faults where faults are added
   */
  public void checkClusterIps(ServiceSpec spec, Optional<Service> old, Faults faults) {
    StoredTexts stored =
        old.isPresent() ? StoredTexts.of(old.get().spec().clusterIPs()) : StoredTexts.NONE;
    ClusterIpRules.check(spec, stored, rules.strictAddresses(), faults);
  }

  /**
   * Checks metadata as the server does for every kind in a namespace on every update, before the
   * kind's own rules: as that of a new object, with any name that can stand in a path.
   *
   * <p>Source: {@code apiserver/pkg/registry/rest/update.go}, validateCommonFields (api 0.3.6 i).
   *
   * @param metadata the metadata
   * @param faults where faults are added
   */
  public void checkMetadata(ObjectMeta metadata, Faults faults) {
    MetadataRules.check(metadata, true, NameRule.PATH_SEGMENT, faults);
  }

  /**
   * Checks what is to become of metadata, as the server does for every kind on every update, before
   * the kind's own rules, which begin with the same once more.
   *
   * <p>Source: {@code apimachinery/pkg/api/validation/objectmeta.go},
   * ValidateObjectMetaAccessorUpdate (api 0.3.6 ii, 4.5 U1).
   *
   * @param metadata the metadata
   * @param old that of the stored object
   * @param faults where faults are added
   */
  public void checkMetadataUpdate(ObjectMeta metadata, ObjectMeta old, Faults faults) {
    MetadataUpdateRules.check(metadata, old, faults);
  }

  /**
   * Checks the name by which an IPAddress is to tell whose it is, as the server does when it takes
   * an address for a Service.
   *
   * <p>Source: {@code pkg/apis/networking/validation/validation.go},
   * validateIPAddressParentReference (api 1.5, api-recorded 3.4).
   *
   * @param name the name
   * @param faults where faults are added
   */
  public void checkParentName(String name, Faults faults) {
    if (name.isEmpty()) {
      faults.required(PARENT_NAME, "");
    }
    for (String detail : NameRule.PATH_SEGMENT.faults(name, false)) {
      faults.invalid(PARENT_NAME, name, detail);
    }
  }

  /**
   * Returns whether a label, or an entry of a selector, has faults of its own.
   *
   * @param key its key
   * @param value its value
   * @return whether it has
   */
  public boolean isFaultyLabel(String key, String value) {
    Faults faults = rules.faults();
    LabelRules.checkLabels(ImmutableMap.of(key, value), FieldPath.root(), faults);
    return !faults.isEmpty();
  }

  /**
   * Returns whether an annotation has faults of its own, which only its key can have.
   *
   * @param key its key
   * @return whether it has
   */
  public boolean isFaultyAnnotation(String key) {
    Faults faults = rules.faults();
    LabelRules.checkAnnotations(ImmutableMap.of(key, ""), FieldPath.root(), faults);
    return !faults.isEmpty();
  }
}
