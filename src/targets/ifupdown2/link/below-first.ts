/** Alone it makes nothing, and has ifupdown2 bring the device below up first (addons/vxlan.py, get_dependent_ifacenames). */
export const belowFirst = 'vxlan-physdev'
