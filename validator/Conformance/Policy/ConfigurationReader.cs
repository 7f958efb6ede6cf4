using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>Reads a configuration file and says, with line and column, everything that is wrong with it.</summary>
internal ref partial struct ConfigurationReader
{
    private static readonly ImmutableArray<string> Members = ["$schema", "profile", "failOn", "baseline", "rules", "limits", "suppressions"];

    private readonly string _name;
    private readonly ReadOnlySpan<byte> _content;
    private readonly RuleCatalogue _catalogue;
    private readonly List<ConfigurationProblem> _problems = [];
    private readonly ImmutableArray<KeyValuePair<string, Severity>>.Builder _rules = ImmutableArray.CreateBuilder<KeyValuePair<string, Severity>>();
    private readonly ImmutableArray<KeyValuePair<string, long>>.Builder _limits = ImmutableArray.CreateBuilder<KeyValuePair<string, long>>();
    private readonly ImmutableArray<Suppression>.Builder _suppressions = ImmutableArray.CreateBuilder<Suppression>();
    private Utf8JsonReader _json;
    private string? _profile;
    private string? _baseline;
    private FailOn? _failOn;

    public ConfigurationReader(string name, ReadOnlySpan<byte> content, RuleCatalogue catalogue)
    {
        _name = name;
        _content = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        _catalogue = catalogue;
        _json = new Utf8JsonReader(_content);
    }

    public Parsed<Configuration> Read()
    {
        try
        {
            _json.Read();
            if (_json.TokenType != JsonTokenType.StartObject)
            {
                Problem("the configuration is an object: { \"rules\": { … } }");
                return Parsed<Configuration>.Failed([.. _problems]);
            }

            ReadObject(ReadMember);
            _json.Read();
        }
        catch (JsonException e)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
            _problems.Add(new(_name, place, "this is no JSON from here on: put the syntax right (a comma, a quote, a bracket)"));
        }

        return Parsed<Configuration>.Of(
            new Configuration
            {
                Name = _name,
                Profile = _profile,
                FailOn = _failOn,
                Baseline = _baseline,
                Rules = _rules.ToImmutable(),
                Limits = _limits.ToImmutable(),
                Suppressions = _suppressions.ToImmutable(),
            },
            _problems);
    }

    private delegate void MemberReader(ref ConfigurationReader reader, string member);

    /// <summary>Reads the members of the object that the reader stands on; after it, the reader stands on its end.</summary>
    private void ReadObject(MemberReader read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string member = _json.GetString()!;
            if (!seen.Add(member))
            {
                Problem($"\"{Quoting.Safe(member)}\" stands twice: keep one");
            }

            long at = _json.TokenStartIndex;
            read(ref this, member);
            if (_json.TokenStartIndex == at)
            {
                // Nobody took the value.
                _json.Read();
                _json.Skip();
            }
        }
    }

    private static void ReadMember(ref ConfigurationReader reader, string member)
    {
        switch (member)
        {
            case "$schema":
                reader.ReadText(member);
                break;
            case "profile":
                reader.ReadProfile();
                break;
            case "failOn":
                reader.ReadFailOn();
                break;
            case "baseline":
                reader._baseline = reader.ReadText(member);
                break;
            case "rules":
                reader.ReadInner(member, ReadRule);
                break;
            case "limits":
                reader.ReadInner(member, ReadLimit);
                break;
            case "suppressions":
                reader.ReadSuppressions();
                break;
            default:
                reader.UnknownMember(member, Members);
                break;
        }
    }

    private void ReadProfile()
    {
        if (ReadText("profile") is not { } profile)
        {
            return;
        }

        if (!Policy.Profile.Names.Contains(profile))
        {
            Problem(PolicyBuilder.UnknownProfile(profile));
        }

        _profile = profile;
    }

    private void ReadFailOn()
    {
        if (ReadText("failOn") is not { } failOn)
        {
            return;
        }

        _failOn = PolicyBuilder.ParseFailOn(failOn);
        if (_failOn is null)
        {
            Problem(PolicyBuilder.UnknownFailOn(failOn));
        }
    }

    private void ReadInner(string member, MemberReader read)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(read);
            return;
        }

        Problem($"\"{member}\" is an object");
        _json.Skip();
    }

    private static void ReadRule(ref ConfigurationReader reader, string member)
    {
        if (RuleSelector.Select(reader._catalogue, member).IsEmpty)
        {
            reader.Problem(RuleSelector.Unknown(reader._catalogue, member));
        }

        if (reader.ReadText(member) is { } text)
        {
            if (SeverityNames.TryParse(text, out Severity severity))
            {
                reader._rules.Add(new(member, severity));
            }
            else
            {
                reader.Problem($"the severity of {Quoting.Safe(member)} is {SeverityNames.All}, not \"{Quoting.Safe(text)}\"");
            }
        }
    }

    private static void ReadLimit(ref ConfigurationReader reader, string member)
    {
        if (Policy.Limits.Find(member) is not { } definition)
        {
            reader.Problem(Policy.Limits.Unknown(member));
            return;
        }

        reader._json.Read();
        string? problem;
        long value = 0;
        switch (reader._json.TokenType)
        {
            case JsonTokenType.Number when reader._json.TryGetInt64(out value):
                problem = Policy.Limits.TryAccept(definition, value);
                break;
            case JsonTokenType.String:
                problem = Policy.Limits.TryParse(definition, reader._json.GetString()!, out value);
                break;
            default:
                problem = $"the limit {definition.Name} takes a whole number";
                break;
        }

        if (problem is not null)
        {
            reader.Problem(problem);
        }

        reader._limits.Add(new(definition.Name, value));
        reader._json.Skip();
    }

    /// <summary>The string value of a member; null, with a problem, when it is no string.</summary>
    private string? ReadText(string member)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            return _json.GetString();
        }

        Problem($"\"{Quoting.Safe(member)}\" is a string");
        _json.Skip();
        return null;
    }

    private void UnknownMember(string member, IEnumerable<string> known)
    {
        string suggestion = Suggestion.For(member, known);
        Problem($"\"{Quoting.Safe(member)}\" means nothing here{(suggestion.Length > 0 ? suggestion : $"; there are {string.Join(", ", known)}")}");
    }

    /// <summary>Adds a problem at the token that the reader stands on.</summary>
    private void Problem(string message)
    {
        ReadOnlySpan<byte> before = _content[..(int)_json.TokenStartIndex];
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - before.LastIndexOf((byte)'\n');
        _problems.Add(new(_name, string.Create(CultureInfo.InvariantCulture, $"{line}:{column}"), message));
    }
}
