/** Fields that several commands and events share. */
import { z } from 'zod';

export const playerId = z.string().regex(/^[a-z0-9]{8,40}$/);
export const nickname = z.string().min(1).max(40);
export const seatId = z
  .string()
  .max(300)
  .regex(/^(scheduler|controller-manager|kubelet\/[a-z0-9][-a-z0-9.]*)$/);
export const switchId = z
  .string()
  .max(300)
  .regex(/^[a-z-]+(\/[a-z0-9][-a-z0-9.]*)?$/);
