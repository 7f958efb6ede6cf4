using System.Globalization;
using System.Text;

namespace Conformance.Schemas.Patterns;

/// <summary>The names of general categories (Unicode, PropertyValueAliases), as masks with one bit for each <see cref="UnicodeCategory"/>.</summary>
internal static class CategoryNames
{
    /// <summary>All categories.</summary>
    public const uint All = (1u << 30) - 1;

    /// <summary>In the order of <see cref="UnicodeCategory"/>.</summary>
    private const string Short = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSoCn";

    /// <summary>The mask for a name, short or long; null when there is no such category.</summary>
    public static uint? Find(string name) => FindShort(name) ?? FindShort(Shorten(name));

    /// <summary>Writes the categories of a mask in .NET's syntax.</summary>
    public static void Write(StringBuilder output, uint mask)
    {
        for (int i = 0; i < 30; i++)
        {
            if ((mask >> i & 1) != 0)
            {
                output.Append(@"\p{").Append(Short, i * 2, 2).Append('}');
            }
        }
    }

    private static uint? FindShort(string name)
    {
        if (name == "LC")
        {
            return 7;
        }

        uint mask = 0;
        for (int i = 0; i < 30; i++)
        {
            if (Short.AsSpan(i * 2, 2).StartsWith(name, StringComparison.Ordinal) && name.Length is 1 or 2)
            {
                mask |= 1u << i;
            }
        }

        return mask == 0 ? null : mask;
    }

    private static string Shorten(string name) => name switch
    {
        "Cased_Letter" => "LC",
        "Close_Punctuation" => "Pe",
        "Connector_Punctuation" => "Pc",
        "Control" or "cntrl" => "Cc",
        "Currency_Symbol" => "Sc",
        "Dash_Punctuation" => "Pd",
        "Decimal_Number" or "digit" => "Nd",
        "Enclosing_Mark" => "Me",
        "Final_Punctuation" => "Pf",
        "Format" => "Cf",
        "Initial_Punctuation" => "Pi",
        "Letter" => "L",
        "Letter_Number" => "Nl",
        "Line_Separator" => "Zl",
        "Lowercase_Letter" => "Ll",
        "Mark" or "Combining_Mark" => "M",
        "Math_Symbol" => "Sm",
        "Modifier_Letter" => "Lm",
        "Modifier_Symbol" => "Sk",
        "Nonspacing_Mark" => "Mn",
        "Number" => "N",
        "Open_Punctuation" => "Ps",
        "Other" => "C",
        "Other_Letter" => "Lo",
        "Other_Number" => "No",
        "Other_Punctuation" => "Po",
        "Other_Symbol" => "So",
        "Paragraph_Separator" => "Zp",
        "Private_Use" => "Co",
        "Punctuation" or "punct" => "P",
        "Separator" => "Z",
        "Space_Separator" => "Zs",
        "Spacing_Mark" => "Mc",
        "Surrogate" => "Cs",
        "Symbol" => "S",
        "Titlecase_Letter" => "Lt",
        "Unassigned" => "Cn",
        "Uppercase_Letter" => "Lu",
        _ => "?",
    };
}
