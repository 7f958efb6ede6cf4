using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>
/// Names a fault so that it is known again in another run. It depends on the rule, the member, the pointer without its array
/// indices, the room, the event and the arguments that aren't figures; not on offsets or figures, which move when something
/// before the fault changes. Faults that are equal in all that are told apart by their order.
/// </summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the next finding, in the order of the report: 16 hexadecimal digits.</summary>
    public string Next(Finding finding)
    {
        string key = Key(finding);
        int copy = _seen.GetValueOrDefault(key);
        _seen[key] = copy + 1;
        string whole = copy == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}\u001f#{copy}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, 8));
    }

    private static string Key(Finding finding)
    {
        Location location = finding.Location;
        var key = new StringBuilder("1");
        Append(key, finding.Rule);
        Append(key, location.Member);
        AppendPointer(key, location.Pointer);
        Append(key, location.Room);
        Append(key, location.Event);
        foreach (Argument argument in finding.Arguments)
        {
            if (!IsFigure(argument.Value))
            {
                Append(key, argument.Name);
                Append(key, argument.Value);
            }
        }

        return key.ToString();
    }

    private static void AppendPointer(StringBuilder key, string? pointer)
    {
        if (pointer is null)
        {
            Append(key, null);
            return;
        }

        key.Append("\u001f+");
        foreach (Range part in pointer.AsSpan().Split('/'))
        {
            ReadOnlySpan<char> name = pointer.AsSpan(part);
            key.Append('/').Append(IsFigure(name) ? "#" : name);
        }
    }

    /// <summary>Absent and empty differ.</summary>
    private static void Append(StringBuilder key, string? part) => key.Append('\u001f').Append(part is null ? '-' : '+').Append(part);

    private static bool IsFigure(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text is ['-', .. var rest] ? rest : text;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
