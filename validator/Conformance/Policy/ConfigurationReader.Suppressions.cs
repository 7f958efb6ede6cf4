using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <content>The member <c>suppressions</c>.</content>
internal ref partial struct ConfigurationReader
{
    private static readonly ImmutableArray<string> SuppressionMembers =
        ["rule", "reason", "member", "pointer", "room", "event", "fingerprint", "expires"];

    private void ReadSuppressions()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            Problem("\"suppressions\" is an array");
            _json.Skip();
            return;
        }

        for (int index = 0; _json.Read() && _json.TokenType != JsonTokenType.EndArray; index++)
        {
            if (_json.TokenType != JsonTokenType.StartObject)
            {
                Problem("a suppression is an object: { \"rule\": \"…\", \"reason\": \"…\" }");
                _json.Skip();
                continue;
            }

            ReadSuppression(index);
        }
    }

    private void ReadSuppression(int index)
    {
        Utf8JsonReader start = _json;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        DateOnly? expires = null;
        ReadObject((ref ConfigurationReader reader, string member) =>
        {
            if (!SuppressionMembers.Contains(member))
            {
                reader.UnknownMember(member, SuppressionMembers);
            }
            else if (reader.ReadText(member) is { } text)
            {
                values[member] = text;
                switch (member)
                {
                    case "rule":
                        reader.CheckSuppressedRule(text);
                        break;
                    case "reason" when string.IsNullOrWhiteSpace(text):
                        reader.Problem("the reason is empty: say why these findings are accepted");
                        break;
                    case "expires":
                        expires = reader.ReadDay(text);
                        break;
                }
            }
        });

        Utf8JsonReader end = _json;
        foreach (string needed in (ReadOnlySpan<string>)["rule", "reason"])
        {
            if (!values.ContainsKey(needed))
            {
                _json = start;
                Problem($"the suppression lacks \"{needed}\"");
            }
        }

        _json = end;
        string rule = RuleSelector.Select(_catalogue, values.GetValueOrDefault("rule", "")) is [Rule single] ? single.Id : "";
        _suppressions.Add(new Suppression(rule, values.GetValueOrDefault("reason", ""))
        {
            Member = values.GetValueOrDefault("member"),
            Pointer = values.GetValueOrDefault("pointer"),
            Room = values.GetValueOrDefault("room"),
            Event = values.GetValueOrDefault("event"),
            Fingerprint = values.GetValueOrDefault("fingerprint"),
            Expires = expires,
            Place = string.Create(CultureInfo.InvariantCulture, $"/suppressions/{index}"),
        });
    }

    private void CheckSuppressedRule(string text)
    {
        if (RuleSelector.IsArea(text) || RuleSelector.Select(_catalogue, text).IsEmpty)
        {
            Problem(RuleSelector.Unknown(_catalogue, text));
        }
    }

    private DateOnly? ReadDay(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        Problem($"\"expires\" is a day such as 2027-01-31, not \"{Quoting.Safe(text)}\"");
        return null;
    }
}
