package io.servicesemantics.admission;

import com.google.common.collect.ImmutableList;
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
}
