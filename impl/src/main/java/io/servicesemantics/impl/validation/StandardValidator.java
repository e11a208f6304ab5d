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
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
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

  private final NameRule nameRule;
  private final boolean strictAddresses;

  /**
   * Makes a validator.
   *
   * @param gates the feature gates of the cluster
   */
  public StandardValidator(FeatureGates gates) {
    this.nameRule =
        gates.has(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION)
            ? NameRule.LABEL
            : NameRule.LABEL_1035;
    this.strictAddresses = gates.has(FeatureGate.STRICT_IP_CIDR_VALIDATION);
  }

  @Override
  public ImmutableList<FieldError> validate(Service service) {
    Faults faults = new Faults();
    CreateRules.check(new Proposal(service, null, nameRule, strictAddresses), faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(Service service, Service old) {
    Faults faults = new Faults();
    UpdateRules.check(new Proposal(service, old, nameRule, strictAddresses), old, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateStatusUpdate(Service service, Service old) {
    Faults faults = new Faults();
    StatusRules.check(service, old, strictAddresses, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(Service service) {
    return Warnings.of(service);
  }

  @Override
  public ImmutableList<String> statusWarnings(Service service) {
    return Warnings.ofStatus(service);
  }

  @Override
  public ImmutableList<FieldError> validate(EndpointSlice slice) {
    Faults faults = new Faults();
    EndpointSliceRules.check(slice, strictAddresses, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(EndpointSlice slice, EndpointSlice old) {
    Faults faults = new Faults();
    EndpointSliceRules.checkUpdate(slice, old, strictAddresses, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(EndpointSlice slice) {
    return EndpointSliceRules.createWarnings(slice);
  }

  @Override
  public ImmutableList<String> updateWarnings(EndpointSlice slice) {
    return EndpointSliceRules.updateWarnings(slice);
  }

  @Override
  public ImmutableList<FieldError> validate(Endpoints endpoints) {
    Faults faults = new Faults();
    EndpointsRules.check(endpoints, strictAddresses, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(Endpoints endpoints, Endpoints old) {
    Faults faults = new Faults();
    EndpointsRules.checkUpdate(endpoints, old, strictAddresses, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<String> warnings(Endpoints endpoints) {
    return EndpointsRules.warnings(endpoints);
  }

  @Override
  public ImmutableList<FieldError> validate(ServiceCidr serviceCidr) {
    Faults faults = new Faults();
    ServiceCidrRules.check(serviceCidr, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(ServiceCidr serviceCidr, ServiceCidr old) {
    Faults faults = new Faults();
    ServiceCidrRules.checkUpdate(serviceCidr, old, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validate(IpAddressObject ipAddress) {
    Faults faults = new Faults();
    IpAddressRules.check(ipAddress, faults);
    return faults.toList();
  }

  @Override
  public ImmutableList<FieldError> validateUpdate(IpAddressObject ipAddress, IpAddressObject old) {
    Faults faults = new Faults();
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
    ClusterIpRules.check(spec, stored, strictAddresses, faults);
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
    Faults faults = new Faults();
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
    Faults faults = new Faults();
    LabelRules.checkAnnotations(ImmutableMap.of(key, ""), FieldPath.root(), faults);
    return !faults.isEmpty();
  }
}
