namespace CallFlows.Endpoints;

/// <summary>The Microsoft cloud a Teams identity lives in.</summary>
public enum TeamsCloud
{
    /// <summary>The public cloud.</summary>
    Public,

    /// <summary>The cloud of the US Department of Defense.</summary>
    Dod,

    /// <summary>The US government community cloud, high.</summary>
    Gcch,
}
