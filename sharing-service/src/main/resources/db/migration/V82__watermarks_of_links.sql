-- Written into every picture that leaves through the link; null for none.
ALTER TABLE link ADD COLUMN watermark text;
