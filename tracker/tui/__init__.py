"""The dashboard: modes and keys in `app`, what a person sees in `screens`, parts that know no store in `widgets`."""
