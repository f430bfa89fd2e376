"""Parts of screens: values in, messages out; none of them knows where the values come from."""
