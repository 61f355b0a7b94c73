/// Fits what confidences are computed with. Ridge-penalised logistic regression with weights ≥ 0, own code: Smile's has
/// no sign constraints. Imports nothing.
@NullMarked
package io.nanocell.confidence.calibration;

import org.jspecify.annotations.NullMarked;
