"""Pictures of answers as SVG and lists, coloured by the page's style sheet; what they show also stands in words beside them."""
