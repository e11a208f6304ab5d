package io.servicesemantics.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.service.Service;

/**
 * Judges Services and the objects beside them by their fields alone, in the API server's words and
 * order.
 *
 * <p>A Service is judged as defaulted ({@link ServiceDefaulter}) and with its addresses and ports;
 * whether those can be had is {@link ServiceAdmission}'s to say. Faults that the server gathers
 * from a map (labels, annotations, selector) come in the map's order here; there, in none.
 */
public interface ServiceValidator {

  /**
   * Judges a new Service.
   *
   * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceCreate (api 3).
   *
   * @param service the Service with its defaults
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validate(Service service);

  /**
   * Judges a Service that is to take the place of another one, as ValidateServiceUpdate does alone.
   *
   * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceUpdate (api 4.5).
   *
   * @param service the Service with its defaults
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateUpdate(Service service, Service old);

  /**
   * Judges a Service whose status is to take the place of that of another one (api 7.1).
   *
   * @param service the Service with the new status and metadata
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateStatusUpdate(Service service, Service old);

  /**
   * Returns what the server warns of when it takes a Service (api 3.9).
   *
   * @param service the Service with its defaults
   * @return the warnings in the server's order
   */
  ImmutableList<String> warnings(Service service);

  /**
   * Returns what the server warns of when it takes the status of a Service (api 0.4).
   *
   * @param service the Service with the new status
   * @return the warnings in the server's order
   */
  ImmutableList<String> statusWarnings(Service service);

  /**
   * Judges a new slice (api 1.2).
   *
   * <p>A slice taken gets generation 1; one that takes the place of another gets the next one where
   * anything but metadata, or the labels, differ.
   *
   * <p>Source: {@code pkg/apis/discovery/validation/validation.go}, ValidateEndpointSliceCreate.
   *
   * @param slice the slice with its defaults
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validate(EndpointSlice slice);

  /**
   * Judges a slice that is to take the place of another one (api 1.2). Endpoints that are as they
   * were are taken whatever they say.
   *
   * @param slice the slice with its defaults
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateUpdate(EndpointSlice slice, EndpointSlice old);

  /**
   * Returns what the server warns of when it takes a new slice (api 1.2).
   *
   * @param slice the slice with its defaults
   * @return the warnings in the server's order
   */
  ImmutableList<String> warnings(EndpointSlice slice);

  /**
   * Returns what the server warns of when it takes a slice in the place of another one (api 1.2).
   *
   * @param slice the slice with its defaults
   * @return the warnings in the server's order
   */
  ImmutableList<String> updateWarnings(EndpointSlice slice);

  /**
   * Judges a new Endpoints object (api 1.3).
   *
   * @param endpoints the object with its defaults
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validate(Endpoints endpoints);

  /**
   * Judges an Endpoints object that is to take the place of another one (api 1.3). Subsets that are
   * as they were are taken whatever they say.
   *
   * @param endpoints the object with its defaults
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateUpdate(Endpoints endpoints, Endpoints old);

  /**
   * Returns what the server warns of when it takes an Endpoints object (api 1.3).
   *
   * @param endpoints the object with its defaults
   * @return the warnings in the server's order
   */
  ImmutableList<String> warnings(Endpoints endpoints);

  /**
   * Judges a new ServiceCIDR (api 1.5).
   *
   * @param serviceCidr the object
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validate(ServiceCidr serviceCidr);

  /**
   * Judges a ServiceCIDR that is to take the place of another one (api 1.5): it may get a network
   * of a second family, and nothing else may change.
   *
   * @param serviceCidr the object
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateUpdate(ServiceCidr serviceCidr, ServiceCidr old);

  /**
   * Judges a new IPAddress (api 1.5).
   *
   * @param ipAddress the object
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validate(IpAddressObject ipAddress);

  /**
   * Judges an IPAddress that is to take the place of another one (api 1.5): its parent may not
   * change.
   *
   * @param ipAddress the object
   * @param old the stored one
   * @return the faults in the server's order; empty where there are none
   */
  ImmutableList<FieldError> validateUpdate(IpAddressObject ipAddress, IpAddressObject old);
}
