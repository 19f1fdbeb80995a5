/** Whole numbers as the API has most of them: 32 bits. */
import { z } from 'zod';

export const MAX_INT32 = 2 ** 31 - 1;

export const int32From = (least: number) => z.int().min(least).max(MAX_INT32);
