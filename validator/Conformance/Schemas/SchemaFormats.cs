using System.Text;
using Conformance.Schemas.Formats;
using Conformance.Schemas.Patterns;

namespace Conformance.Schemas;

/// <summary>The formats that <c>format</c> can assert, by name. Immutable: registering gives a new set.</summary>
public sealed class SchemaFormats
{
    private readonly string[] _names;
    private readonly FormatCheck[] _checks;

    private SchemaFormats(string[] names, FormatCheck[] checks)
    {
        _names = names;
        _checks = checks;
    }

    /// <summary>No formats at all.</summary>
    public static SchemaFormats None { get; } = new([], []);

    /// <summary>The formats of the draft (Validation, section 7.3).</summary>
    public static SchemaFormats Standard { get; } = None
        .Register("date-time", TimeFormats.IsDateTime)
        .Register("date", TimeFormats.IsDate)
        .Register("time", TimeFormats.IsTime)
        .Register("duration", TimeFormats.IsDuration)
        .Register("email", MailFormats.IsEmail)
        .Register("idn-email", MailFormats.IsInternationalEmail)
        .Register("hostname", AddressFormats.IsHostname)
        .Register("idn-hostname", InternationalHostname.IsValid)
        .Register("ipv4", AddressFormats.IsIPv4)
        .Register("ipv6", AddressFormats.IsIPv6)
        .Register("uri", UriFormats.IsUri)
        .Register("uri-reference", UriFormats.IsUriReference)
        .Register("iri", UriFormats.IsIri)
        .Register("iri-reference", UriFormats.IsIriReference)
        .Register("uri-template", UriTemplateFormat.IsUriTemplate)
        .Register("uuid", PointerFormats.IsUuid)
        .Register("json-pointer", PointerFormats.IsJsonPointer)
        .Register("relative-json-pointer", PointerFormats.IsRelativeJsonPointer)
        .Register("regex", text => EcmaPattern.Read(Encoding.UTF8.GetString(text), astral: false, out _) is not null);

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _names.Order(StringComparer.Ordinal);

    /// <summary>The set with one format more, or with another check for one that it has.</summary>
    /// <param name="name">The name, as in schemas.</param>
    /// <param name="check">The check.</param>
    /// <returns>The new set.</returns>
    public SchemaFormats Register(string name, FormatCheck check)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(check);
        int index = Array.IndexOf(_names, name);
        if (index < 0)
        {
            return new SchemaFormats([.. _names, name], [.. _checks, check]);
        }

        FormatCheck[] checks = [.. _checks];
        checks[index] = check;
        return new SchemaFormats(_names, checks);
    }

    /// <summary>Finds a check.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The check, or null for an unknown format.</returns>
    public FormatCheck? Find(string name)
    {
        int index = Array.IndexOf(_names, name);
        return index < 0 ? null : _checks[index];
    }
}
