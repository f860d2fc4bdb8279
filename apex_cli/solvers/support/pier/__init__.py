"""The pier of reinforced concrete below the support, and the pole embedded in one."""
