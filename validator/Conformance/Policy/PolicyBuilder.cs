using Conformance.Catalogue;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>Makes a policy of options and configuration.</summary>
public static class PolicyBuilder
{
    /// <summary>Makes a policy.</summary>
    /// <param name="request">What the user asked for.</param>
    /// <param name="catalogue">The rules.</param>
    /// <param name="clock">Tells the day, for suppressions that end.</param>
    /// <returns>The policy, or all that is wrong with the request.</returns>
    public static Parsed<ValidationPolicy> Build(PolicyRequest request, RuleCatalogue catalogue, TimeProvider clock)
    {
        var problems = new List<ConfigurationProblem>();
        Configuration? configuration = request.Configuration;
        string profileName = request.Profile ?? configuration?.Profile ?? Profile.DefaultName;
        Profile? profile = Profile.Find(profileName);
        if (profile is null)
        {
            problems.Add(new("--profile", null, UnknownProfile(profileName)));
            profile = Profile.Find(Profile.DefaultName)!;
        }

        FailOn failOn = configuration?.FailOn ?? FailOn.Error;
        if (request.FailOn is { } asked)
        {
            FailOn? parsed = ParseFailOn(asked);
            if (parsed is null)
            {
                problems.Add(new("--fail-on", null, UnknownFailOn(asked)));
            }

            failOn = parsed ?? failOn;
        }

        return Parsed<ValidationPolicy>.Of(ValidationPolicy.Of(profile, catalogue, clock) with
        {
            FailOn = failOn,
            Baseline = request.Baseline,
            Suppressions = configuration?.Suppressions ?? [],
            ConfigurationName = configuration?.Name,
            Limits = ReadLimits(request, problems),
            Severities = ReadRules(request, profile, catalogue, problems),
        }, problems);
    }

    /// <summary>The value of a name of <c>--fail-on</c>, in any case; null when there is none.</summary>
    internal static FailOn? ParseFailOn(string text) => text.ToUpperInvariant() switch
    {
        "ERROR" => FailOn.Error,
        "WARNING" => FailOn.Warning,
        "NEVER" => FailOn.Never,
        _ => null,
    };

    internal static string UnknownFailOn(string text) => $"the severity that fails is error, warning or never, not \"{Quoting.Safe(text)}\"";

    internal static string UnknownProfile(string text)
    {
        string suggestion = Suggestion.For(text, Profile.Names);
        return $"there is no profile \"{Quoting.Safe(text)}\"{(suggestion.Length > 0 ? suggestion : $"; there are {string.Join(", ", Profile.Names)}")}";
    }

    private static RuleSeverities ReadRules(PolicyRequest request, Profile profile, RuleCatalogue catalogue, List<ConfigurationProblem> problems)
    {
        var severities = new RuleSeverities(catalogue, profile);
        if (request.Configuration is { } configuration)
        {
            Apply(configuration.Rules, catalogue, severities);
        }

        if (!request.Rules.IsEmpty)
        {
            Apply(ReadOptions(request, catalogue, problems), catalogue, severities);
        }

        return severities;
    }

    private static List<KeyValuePair<string, Severity>> ReadOptions(PolicyRequest request, RuleCatalogue catalogue, List<ConfigurationProblem> problems)
    {
        var options = new List<KeyValuePair<string, Severity>>();
        foreach (string option in request.Rules)
        {
            if (!TrySplit(option, out string name, out string value))
            {
                problems.Add(new("--rule", null, $"write RULE=SEVERITY (OWN003=warning), not \"{Quoting.Safe(option)}\""));
            }
            else if (RuleSelector.Select(catalogue, name).IsEmpty)
            {
                problems.Add(new("--rule", null, RuleSelector.Unknown(catalogue, name)));
            }
            else if (!SeverityNames.TryParse(value, out Severity severity))
            {
                problems.Add(new("--rule", null, $"the severity of {Quoting.Safe(name)} is {SeverityNames.All}, not \"{Quoting.Safe(value)}\""));
            }
            else
            {
                options.Add(new(name, severity));
            }
        }

        return options;
    }

    /// <summary>Whole areas first, so that what is said of a single rule holds wherever it stands.</summary>
    private static void Apply(IEnumerable<KeyValuePair<string, Severity>> choices, RuleCatalogue catalogue, RuleSeverities severities)
    {
        foreach ((string name, Severity severity) in choices.OrderBy(choice => RuleSelector.IsArea(choice.Key) ? 0 : 1))
        {
            foreach (Rule rule in RuleSelector.Select(catalogue, name))
            {
                severities[rule.Id] = severity;
            }
        }
    }

    private static Limits ReadLimits(PolicyRequest request, List<ConfigurationProblem> problems)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        if (request.Configuration is { } configuration)
        {
            foreach ((string name, long value) in configuration.Limits)
            {
                values[name] = value;
            }
        }

        foreach (string option in request.Limits)
        {
            if (!TrySplit(option, out string name, out string text))
            {
                problems.Add(new("--limit", null, $"write NAME=VALUE (itemBytes=64MiB), not \"{Quoting.Safe(option)}\""));
            }
            else if (Limits.Find(name) is not { } definition)
            {
                problems.Add(new("--limit", null, Limits.Unknown(name)));
            }
            else if (Limits.TryParse(definition, text, out long value) is { } problem)
            {
                problems.Add(new("--limit", null, problem));
            }
            else
            {
                values[definition.Name] = value;
            }
        }

        return Limits.Of(values);
    }

    private static bool TrySplit(string option, out string name, out string value)
    {
        int at = option.IndexOf('=', StringComparison.Ordinal);
        name = at < 0 ? "" : option[..at].Trim();
        value = at < 0 ? "" : option[(at + 1)..].Trim();
        return name.Length > 0 && value.Length > 0;
    }
}
